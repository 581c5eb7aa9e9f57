package dev.milliner.workbench.shell;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import org.jspecify.annotations.Nullable;

/**
 * Lets the carets of fields rest that the keyboard has left. JavaFX's begin to blink with any move, seen or not, and then keep the
 * screen's clock running for good, which every key has to pay for.
 */
final class RestingCarets {
    private RestingCarets() {}

    /** Sees to it in a window. */
    static void in(Scene scene) {
        scene.focusOwnerProperty().subscribe((before, now) -> left(before));
    }

    private static void left(@Nullable Node node) {
        if (node instanceof TextInputControl field) {
            // What follows from the keyboard's leaving moves the caret once more.
            Platform.runLater(() -> rest(field));
        }
    }

    private static void rest(TextInputControl field) {
        if (!field.isFocused() && field.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(false);
        }
    }
}
