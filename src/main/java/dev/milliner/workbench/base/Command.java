package dev.milliner.workbench.base;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can have done. Menus, keys, quick search and the list of keys are all drawn from commands.
 *
 * @param id tells it from all others: a group and a name, such as {@code file.save}
 * @param words what it does, as the list of keys says it
 * @param now what it would do now, as menus and quick search say it: with the name of what it is done to
 * @param key the keys that run it; empty where it has none
 * @param enabled tells whether it can be run now
 * @param run does it, on the JavaFX thread
 */
public record Command(
        String id,
        String words,
        Supplier<String> now,
        Optional<KeyCombination> key,
        BooleanSupplier enabled,
        Runnable run) {
    /** One that is done to the same at all times. */
    public Command(String id, String words, Optional<KeyCombination> key, BooleanSupplier enabled, Runnable run) {
        this(id, words, () -> words, key, enabled, run);
    }

    /** One that can always be run. */
    public static Command of(String id, String words, KeyCombination key, Runnable run) {
        return new Command(id, words, Optional.of(key), () -> true, run);
    }

    /** The same, where something must hold for it. */
    public Command when(BooleanSupplier holds) {
        return new Command(id, words, now, key, holds, run);
    }

    /** The same, with other keys or none. */
    public Command on(Optional<KeyCombination> other) {
        return new Command(id, words, now, other, enabled, run);
    }

    /** The same, where what it is done to has a name that changes. */
    public Command naming(Supplier<String> what) {
        return new Command(id, words, what, key, enabled, run);
    }

    /** What it would do now, with its keys: the words of a tooltip. */
    public String tooltip() {
        return now.get() + key.map(keys -> "  (" + Keys.words(keys) + ")").orElse("");
    }

    /** The group in its id, by which menus part commands. */
    public String group() {
        return id.substring(0, id.indexOf('.'));
    }
}
