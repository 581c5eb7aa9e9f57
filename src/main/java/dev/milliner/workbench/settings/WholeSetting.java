package dev.milliner.workbench.settings;

import dev.milliner.workbench.words.Wording;
import java.util.Optional;

/**
 * A whole number.
 *
 * @param least the smallest that can be chosen
 * @param most the largest
 * @param step what one press more makes of it
 * @param unit what it counts, such as {@code %}
 */
public record WholeSetting(
        String path, String label, String meaning, Integer first, int least, int most, int step, String unit)
        implements Setting<Integer> {
    @Override
    public Optional<Integer> chosen(Object value) {
        return value instanceof Long number && number >= least && number <= most
                ? Optional.of(number.intValue())
                : Optional.empty();
    }

    @Override
    public String choices() {
        return Wording.of("settings.whole-setting.choices", least, most);
    }
}
