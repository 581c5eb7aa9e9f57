package dev.milliner.workbench.base;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can have done. Menus, keys, quick search and the list of keys are all drawn from commands.
 *
 * @param id tells it from all others: a group and a name, such as {@code file.save}
 * @param words what it does, as a menu says it
 * @param key the keys that run it; empty where it has none
 * @param enabled tells whether it can be run now
 * @param run does it, on the JavaFX thread
 */
public record Command(String id, String words, Optional<KeyCombination> key, BooleanSupplier enabled, Runnable run) {

    /** One that can always be run. */
    public static Command of(String id, String words, KeyCombination key, Runnable run) {
        return new Command(id, words, Optional.of(key), () -> true, run);
    }

    /** The same, where something must hold for it. */
    public Command when(BooleanSupplier holds) {
        return new Command(id, words, key, holds, run);
    }

    /** The group in its id, by which menus part commands. */
    public String group() {
        return id.substring(0, id.indexOf('.'));
    }
}
