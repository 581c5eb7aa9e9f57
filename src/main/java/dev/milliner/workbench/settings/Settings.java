package dev.milliner.workbench.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a user has chosen.
 *
 * @param values what was chosen, by the settings' paths; what holds at first is left out
 * @param keys keys in words by the commands that they run, such as {@code Ctrl+Shift+S}; empty for none
 */
public record Settings(Map<String, Object> values, Map<String, String> keys) {
    /** Nothing is chosen. */
    public static final Settings FIRST = new Settings(Map.of(), Map.of());

    /** Takes the maps over. */
    public Settings {
        values = Map.copyOf(values);
        keys = Map.copyOf(keys);
    }

    /** What holds. */
    public <T> T get(Setting<T> setting) {
        Object chosen = values.get(setting.path());
        return chosen == null ? setting.first() : setting.chosen(chosen).orElse(setting.first());
    }

    /** The same where something is chosen; what holds at first is no choice. */
    <T> Settings with(Setting<T> setting, T value) {
        Map<String, Object> now = new LinkedHashMap<>(values);
        now.put(setting.path(), stored(value));
        if (value.equals(setting.first())) {
            now.remove(setting.path());
        }
        return new Settings(now, keys);
    }

    /** The same where a command has other keys. */
    Settings withKeys(String command, String words) {
        Map<String, String> now = new LinkedHashMap<>(keys);
        now.put(command, words);
        return new Settings(values, now);
    }

    /** As the file has it. */
    static Object stored(Object value) {
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }
}
