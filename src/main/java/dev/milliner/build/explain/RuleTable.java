package dev.milliner.build.explain;

import com.google.re2j.Pattern;
import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of a file of rules.
 *
 * @param file the file's name, for messages
 * @param table the table
 */
record RuleTable(String file, TomlTable table) {
    /** A text, or empty. */
    String text(String key) {
        return table.get(key) instanceof TomlScalar scalar ? String.valueOf(scalar.value()) : "";
    }

    /** Texts; one text alone counts as a list of it. */
    List<String> texts(String key) {
        return switch (table.get(key)) {
            case TomlArray array ->
                array.items().stream()
                        .filter(TomlScalar.class::isInstance)
                        .map(item -> String.valueOf(((TomlScalar) item).value()))
                        .toList();
            case TomlScalar scalar -> List.of(String.valueOf(scalar.value()));
            case null, default -> List.of();
        };
    }

    int number(String key, int otherwise) {
        if (table.get(key) instanceof TomlScalar scalar && scalar.value() instanceof Long number) {
            return Math.toIntExact(number);
        }
        return otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        if (table.get(key) instanceof TomlScalar scalar && scalar.value() instanceof Boolean flag) {
            return flag;
        }
        return otherwise;
    }

    Optional<Pattern> pattern(String key) {
        return patterns(key).stream().findFirst();
    }

    List<Pattern> patterns(String key) {
        return texts(key).stream().map(Pattern::compile).toList();
    }

    /** Tables; one table alone counts as a list of it. */
    Stream<RuleTable> tables(String key) {
        TomlNode node = table.get(key);
        Stream<TomlNode> items =
                switch (node) {
                    case TomlArray array -> array.items().stream();
                    case TomlTable one -> Stream.of(one);
                    case null, default -> Stream.empty();
                };
        return items.filter(TomlTable.class::isInstance).map(item -> new RuleTable(file, (TomlTable) item));
    }
}
