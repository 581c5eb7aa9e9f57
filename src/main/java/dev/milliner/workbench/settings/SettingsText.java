package dev.milliner.workbench.settings;

import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a text of settings says.
 *
 * @param settings what is chosen; what is at fault is not
 * @param told what is at fault, in sentences with the line
 */
public record SettingsText(Settings settings, List<String> told) {
    private static final String KEYS = "keys";

    /** Reads a text. Never fails: what is sound of it holds. */
    public static SettingsText of(String text) {
        TomlDocument document = TomlDocument.parse(text);
        List<String> told = new ArrayList<>();
        document.problems().forEach(problem -> told.add(line(problem.range().line()) + problem.message()));
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (TomlEntry entry : document.root().entries()) {
            if (entry.key().equals(KEYS) && entry.value() instanceof TomlTable table) {
                readKeys(table, keys, told);
            } else {
                read(entry.key(), entry.value(), values, told);
            }
        }
        return new SettingsText(new Settings(values, keys), List.copyOf(told));
    }

    private static void read(String path, TomlNode node, Map<String, Object> values, List<String> told) {
        if (node instanceof TomlTable table) {
            table.entries().forEach(entry -> read(path + "." + entry.key(), entry.value(), values, told));
            return;
        }
        String where = line(node.range().line());
        AllSettings.find(path)
                .ifPresentOrElse(
                        setting -> {
                            if (node instanceof TomlScalar scalar
                                    && setting.chosen(scalar.value()).isPresent()) {
                                values.put(path, scalar.value());
                            } else {
                                told.add(where
                                        + Wording.of(
                                                "settings.text.must-holds", path, setting.choices(), setting.first()));
                            }
                        },
                        () -> told.add(where + Wording.of("settings.text.no-setting", path)));
    }

    private static void readKeys(TomlTable table, Map<String, String> keys, List<String> told) {
        for (TomlEntry entry : table.entries()) {
            boolean sound = entry.value() instanceof TomlScalar scalar
                    && scalar.value() instanceof String words
                    && (words.isEmpty() || Keys.of(words).isPresent());
            if (sound) {
                keys.put(entry.key(), (String) ((TomlScalar) entry.value()).value());
            } else {
                told.add(line(entry.value().range().line()) + Wording.of("settings.text.keys-must-such", entry.key()));
            }
        }
    }

    private static String line(int line) {
        return SettingsStore.FILE + ":" + line + ": ";
    }
}
