package dev.milliner.workbench.settings;

import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of a few words.
 *
 * @param words all of them
 */
public record OneOfSetting(String path, String label, String meaning, String first, List<String> words)
        implements Setting<String> {
    /** Takes the list over. */
    public OneOfSetting {
        words = List.copyOf(words);
    }

    @Override
    public Optional<String> chosen(Object value) {
        return words.stream().filter(value::equals).findFirst();
    }

    @Override
    public String choices() {
        return words.stream()
                .map(word -> "\"" + word + "\"")
                .collect(Collectors.joining(Wording.of("settings.one-of-setting.or")));
    }
}
