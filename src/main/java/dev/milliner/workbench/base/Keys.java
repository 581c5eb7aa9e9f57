package dev.milliner.workbench.base;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/** Combinations of keys, and how screens and documents write them. */
public final class Keys {
    private Keys() {}

    /** A key alone or with modifiers. */
    public static KeyCombination key(KeyCode code, Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    /** A key with Ctrl. */
    public static KeyCombination control(KeyCode code) {
        return key(code, KeyCombination.SHORTCUT_DOWN);
    }

    /** A key with Ctrl and Shift. */
    public static KeyCombination controlShift(KeyCode code) {
        return key(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /** As a person reads it, such as {@code Ctrl+Shift+S}. */
    public static String words(KeyCombination key) {
        return key.getDisplayText();
    }
}
