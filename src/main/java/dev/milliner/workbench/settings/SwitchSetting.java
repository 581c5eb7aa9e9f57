package dev.milliner.workbench.settings;

import dev.milliner.workbench.words.Wording;
import java.util.Optional;

/** Something that is on or off. */
public record SwitchSetting(String path, String label, String meaning, Boolean first) implements Setting<Boolean> {
    @Override
    public Optional<Boolean> chosen(Object value) {
        return value instanceof Boolean on ? Optional.of(on) : Optional.empty();
    }

    @Override
    public String choices() {
        return Wording.of("settings.switch-setting.choices");
    }
}
