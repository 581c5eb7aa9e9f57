package dev.milliner.toml;

import dev.milliner.text.TextRange;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlVersion;

/**
 * Edits of a TOML text that leave comments, order, quoting and blank lines as they are. tomlj makes the change; nothing
 * comes of it where the text has errors, or where the new text would not mean what was wanted.
 */
public final class TomlEdit {
    private TomlEdit() {}

    /**
     * Sets a value.
     *
     * @param text the whole text
     * @param path the keys that lead to the value; missing tables on the way are made
     * @param value a String, Long, Double or Boolean
     * @return the new text; empty where the text has errors or the path leads through something that is no table
     */
    public static Optional<String> set(String text, List<String> path, Object value) {
        if (!TomlDocument.parse(text).problems().isEmpty()) {
            return Optional.empty();
        }
        TomlParseResult parsed = Toml.parse(text, TomlVersion.V1_1_0);
        if (parsed.hasErrors() || !leadsThroughTables(text, path)) {
            return Optional.empty();
        }
        parsed.set(path, value);
        String changed = parsed.toToml();
        return means(changed, path, value) && touchesNothingElse(text, changed, path)
                ? Optional.of(changed)
                : Optional.empty();
    }

    /** Where a value was there before, all around it stays as it is to the letter. */
    private static boolean touchesNothingElse(String text, String changed, List<String> path) {
        Optional<TomlScalarEntry> before = scalar(text, path);
        Optional<TomlScalarEntry> after = scalar(changed, path);
        if (before.isEmpty() || after.isEmpty()) {
            return before.isEmpty();
        }
        TextRange old = before.get().scalar().range();
        TextRange now = after.get().scalar().range();
        return text.substring(0, old.startIn(text)).equals(changed.substring(0, now.startIn(changed)))
                && text.substring(old.endIn(text)).equals(changed.substring(now.endIn(changed)));
    }

    private static Optional<TomlScalarEntry> scalar(String text, List<String> path) {
        return TomlScalarEntry.all(TomlDocument.parse(text)).stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst();
    }

    private static boolean leadsThroughTables(String text, List<String> path) {
        TomlNode node = TomlDocument.parse(text).root();
        for (String key : path.subList(0, path.size() - 1)) {
            if (!(node instanceof TomlTable table)) {
                return false;
            }
            TomlNode next = table.get(key);
            if (next == null) {
                return true;
            }
            node = next;
        }
        return node instanceof TomlTable;
    }

    private static boolean means(String text, List<String> path, Object value) {
        TomlDocument document = TomlDocument.parse(text);
        TomlNode node = document.root();
        for (String key : path) {
            if (!(node instanceof TomlTable table) || table.get(key) == null) {
                return false;
            }
            node = java.util.Objects.requireNonNull(table.get(key));
        }
        return document.problems().isEmpty()
                && node instanceof TomlScalar scalar
                && scalar.value().equals(value);
    }
}
