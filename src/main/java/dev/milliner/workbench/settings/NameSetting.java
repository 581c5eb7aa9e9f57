package dev.milliner.workbench.settings;

import dev.milliner.workbench.words.Wording;
import java.util.Optional;

/** A name, such as that of a scheme. */
public record NameSetting(String path, String label, String meaning, String first) implements Setting<String> {
    @Override
    public Optional<String> chosen(Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    @Override
    public String choices() {
        return Wording.of("settings.name-setting.choices");
    }
}
