package dev.milliner.toml;

import dev.milliner.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A string, number, boolean, date or time that tables alone lead to.
 *
 * @param path the keys that lead to it
 * @param keyRange where its own key is written
 * @param scalar what it is
 */
public record TomlScalarEntry(List<String> path, TextRange keyRange, TomlScalar scalar) {
    /** All of a document, in the order of its tables. */
    public static List<TomlScalarEntry> all(TomlDocument document) {
        List<TomlScalarEntry> found = new ArrayList<>();
        collect(document.root(), List.of(), found);
        return found;
    }

    /** The one whose key is written on a line, counted from 1. */
    public static Optional<TomlScalarEntry> at(TomlDocument document, int line, String key) {
        return all(document).stream()
                .filter(entry -> entry.keyRange().line() == line
                        && entry.path().getLast().equals(key))
                .findFirst();
    }

    private static void collect(TomlTable table, List<String> path, List<TomlScalarEntry> found) {
        for (TomlEntry entry : table.entries()) {
            List<String> below = new ArrayList<>(path);
            below.add(entry.key());
            switch (entry.value()) {
                case TomlTable inner -> collect(inner, below, found);
                case TomlScalar scalar -> found.add(new TomlScalarEntry(List.copyOf(below), entry.keyRange(), scalar));
                case TomlArray array -> {
                    // No path of keys leads into it.
                }
            }
        }
    }
}
