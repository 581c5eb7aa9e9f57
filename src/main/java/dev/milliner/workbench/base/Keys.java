package dev.milliner.workbench.base;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/** Combinations of keys, and how screens and documents write them. */
public final class Keys {
    private static final Map<String, Modifier> MODIFIERS = Map.of(
            "ctrl", KeyCombination.SHORTCUT_DOWN, "shift", KeyCombination.SHIFT_DOWN, "alt", KeyCombination.ALT_DOWN);

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

    /** The keys that a person wrote, such as {@code Ctrl+Shift+S} or {@code F9}; empty where they are none that there are. */
    public static Optional<KeyCombination> of(String words) {
        // A plus can be the key itself.
        int last = words.lastIndexOf('+', words.length() - 2);
        String key = words.substring(last + 1).strip();
        Set<Modifier> modifiers = new LinkedHashSet<>();
        for (String word : last < 0 ? new String[0] : words.substring(0, last).split("\\+", -1)) {
            Modifier modifier = MODIFIERS.get(word.strip().toLowerCase(Locale.ROOT));
            if (modifier == null) {
                return Optional.empty();
            }
            modifiers.add(modifier);
        }
        return Stream.of(KeyCode.values())
                .filter(code -> !code.isModifierKey() && code != KeyCode.UNDEFINED && code != KeyCode.SHORTCUT)
                .filter(code -> words(key(code)).equalsIgnoreCase(key))
                .findFirst()
                .map(code -> key(code, modifiers.toArray(Modifier[]::new)));
    }

    /** The keys that are pressed; empty where nothing but Ctrl, Shift and the like is. */
    public static Optional<KeyCombination> of(KeyEvent pressed) {
        List<Modifier> modifiers = new ArrayList<>();
        if (pressed.isShortcutDown()) {
            modifiers.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (pressed.isAltDown()) {
            modifiers.add(KeyCombination.ALT_DOWN);
        }
        if (pressed.isShiftDown()) {
            modifiers.add(KeyCombination.SHIFT_DOWN);
        }
        return pressed.getCode().isModifierKey() || pressed.getCode() == KeyCode.UNDEFINED
                ? Optional.empty()
                : Optional.of(key(pressed.getCode(), modifiers.toArray(Modifier[]::new)));
    }

    /** As a person reads it, such as {@code Ctrl+Shift+S}. */
    public static String words(KeyCombination key) {
        return key.getDisplayText();
    }
}
