package dev.milliner.review;

import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far two texts in TOML say the same. */
enum TomlMeaning {
    /** They do; only comments and layout differ. */
    SAME,
    /** They do, in another order. */
    REORDERED,
    /** They do not. */
    OTHER;

    /** Holds two texts against one another; texts with faults say something else. */
    static TomlMeaning between(String before, String after) {
        if (hasWholeLines(before) && hasWholeLines(after) && saying(before).equals(saying(after))) {
            return SAME;
        }
        TomlDocument one = TomlDocument.parse(before);
        TomlDocument other = TomlDocument.parse(after);
        if (!one.problems().isEmpty() || !other.problems().isEmpty()) {
            return OTHER;
        }
        if (inOrder(one.root()).equals(inOrder(other.root()))) {
            return SAME;
        }
        return regardless(one.root()).equals(regardless(other.root())) ? REORDERED : OTHER;
    }

    /** Tells whether no line of a text can lie within a string; then one that starts like a comment is one. */
    private static boolean hasWholeLines(String text) {
        return !text.contains("\"\"\"") && !text.contains("'''");
    }

    private static List<String> saying(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                .toList();
    }

    /** A value as one that knows its order: pairs in lists. */
    private static Object inOrder(TomlNode node) {
        return switch (node) {
            case TomlTable table ->
                table.entries().stream()
                        .map(entry -> List.of(entry.key(), inOrder(entry.value())))
                        .toList();
            case TomlArray array ->
                List.of(
                        "array",
                        array.items().stream().map(TomlMeaning::inOrder).toList());
            case TomlScalar scalar -> List.of(scalar.kind(), scalar.value());
        };
    }

    /** A value as one that knows no order: keys with values, and how often what stands in a list. */
    private static Object regardless(TomlNode node) {
        return switch (node) {
            case TomlTable table -> {
                Map<String, Object> values = new HashMap<>();
                for (TomlEntry entry : table.entries()) {
                    values.put(entry.key(), regardless(entry.value()));
                }
                yield values;
            }
            case TomlArray array -> {
                Map<Object, Integer> items = new HashMap<>();
                array.items().forEach(item -> items.merge(regardless(item), 1, Integer::sum));
                yield items;
            }
            case TomlScalar scalar -> List.of(scalar.kind(), scalar.value());
        };
    }
}
