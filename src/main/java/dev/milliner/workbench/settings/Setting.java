package dev.milliner.workbench.settings;

import java.util.List;
import java.util.Optional;

/**
 * Something that a user can choose.
 *
 * @param <T> the type of what is chosen
 */
public sealed interface Setting<T> permits NameSetting, OneOfSetting, SwitchSetting, WholeSetting {
    /** The keys that lead to it in the file, with dots between them. */
    String path();

    /** What it is called. */
    String label();

    /** What it does, in a sentence. */
    String meaning();

    /** What holds until something is chosen. */
    T first();

    /**
     * What is chosen by a value of the file.
     *
     * @param value a String, Long, Double or Boolean
     * @return empty where that can't be chosen
     */
    Optional<T> chosen(Object value);

    /** What can be chosen, in words. */
    String choices();

    /** The keys that lead to it in the file. */
    default List<String> keys() {
        return List.of(path().split("\\.", -1));
    }
}
