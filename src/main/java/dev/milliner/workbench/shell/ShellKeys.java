package dev.milliner.workbench.shell;

import dev.milliner.workbench.editor.CodeEditor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys that work everywhere in the window. */
final class ShellKeys {
    private ShellKeys() {}

    static void install(Scene scene, Shell shell, ShellHost host) {
        Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
        keys.put(control(KeyCode.P), () -> shell.palette().open(""));
        keys.put(control(KeyCode.G), () -> shell.palette().open(":"));
        keys.put(control(KeyCode.S), () -> withEditor(shell, shell.files()::save));
        keys.put(
                new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                shell.files()::saveAll);
        keys.put(control(KeyCode.W), shell.editors()::closeCurrent);
        keys.put(control(KeyCode.F), () -> withEditor(shell, editor -> editor.find(false)));
        keys.put(control(KeyCode.H), () -> withEditor(shell, editor -> editor.find(true)));
        keys.put(new KeyCodeCombination(KeyCode.F3), () -> withEditor(shell, editor -> editor.findAgain(true)));
        keys.put(
                new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN),
                () -> withEditor(shell, editor -> editor.findAgain(false)));
        keys.put(control(KeyCode.E), shell.explorer()::focusFilter);
        keys.put(control(KeyCode.O), host::openDistro);
        keys.put(control(KeyCode.DIGIT1), () -> shell.showPage(Page.DISTRO));
        keys.put(control(KeyCode.DIGIT2), () -> shell.showPage(Page.OVERLAYS));
        keys.put(control(KeyCode.DIGIT3), () -> shell.showPage(Page.BOARD));
        keys.put(control(KeyCode.DIGIT4), () -> shell.showPage(Page.IMAGE));
        keys.put(control(KeyCode.DIGIT5), () -> shell.showPage(Page.BUILDS));
        keys.put(new KeyCodeCombination(KeyCode.F9), shell.builds()::build);
        scene.getAccelerators().clear();
        scene.getAccelerators().putAll(keys);
    }

    private static void withEditor(Shell shell, Consumer<CodeEditor> action) {
        shell.editors().current().ifPresent(action);
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
