package dev.milliner.workbench.base;

import java.util.Optional;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Lets the carets of fields rest that the keyboard has left, and all of them where nothing is to move by itself. JavaFX's begin to
 * blink with any move, seen or not, and then keep the screen's clock running for good, which every key has to pay for.
 */
public final class RestingCarets {
    private RestingCarets() {}

    /** Sees to it in a window. */
    public static void in(Scene scene) {
        EventHandler<InputEvent> moves = event -> soon(scene.getFocusOwner());
        scene.focusOwnerProperty().subscribe((before, now) -> {
            soon(before);
            soon(now);
        });
        scene.addEventFilter(KeyEvent.ANY, moves);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, moves);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, moves);
        scene.getPreferences().reducedMotionProperty().subscribe(now -> soon(scene.getFocusOwner()));
    }

    private static void soon(@Nullable Node node) {
        // What follows from a key, or from the keyboard's leaving, moves the caret once more.
        field(node).ifPresent(field -> Platform.runLater(() -> rest(field)));
    }

    /** The field that has the keyboard where a node has it: some controls have one within. */
    private static Optional<TextInputControl> field(@Nullable Node node) {
        return switch (node) {
            case TextInputControl field -> Optional.of(field);
            case ComboBox<?> box -> Optional.ofNullable(box.getEditor());
            case Spinner<?> spinner -> Optional.ofNullable(spinner.getEditor());
            case null, default -> Optional.empty();
        };
    }

    private static void rest(TextInputControl field) {
        if ((!field.isFocused() || Motion.isReduced(field))
                && field.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(false);
        }
    }
}
