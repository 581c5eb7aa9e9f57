package dev.milliner.refactor;

import dev.milliner.language.TomlQuotes;
import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.util.stream.Collectors;

/** Writes values in one line; equal values come out alike, however they were written. */
final class InOneLine {
    private InOneLine() {}

    static String of(TomlNode node) {
        return switch (node) {
            case TomlTable table ->
                table.entries().stream()
                        .map(entry -> TomlQuotes.key(entry.key()) + " = " + of(entry.value()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
            case TomlArray array ->
                array.items().stream().map(InOneLine::of).collect(Collectors.joining(", ", "[", "]"));
            case TomlScalar scalar ->
                scalar.value() instanceof String text && scalar.kind() == TomlScalar.Kind.STRING
                        ? TomlQuotes.quoted(text)
                        : scalar.value().toString();
        };
    }
}
