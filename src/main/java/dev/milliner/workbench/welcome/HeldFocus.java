package dev.milliner.workbench.welcome;

import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

/**
 * Keeps the keyboard at a button until the person clicks elsewhere: an editor that opens takes it, and what was meant for the
 * button would be typed into its text.
 */
final class HeldFocus {
    private final Node button;
    private Subscription holding = Subscription.EMPTY;

    HeldFocus(Node button) {
        this.button = button;
    }

    /** Gives it the keyboard, and keeps it there. */
    void hold() {
        release();
        Scene scene = button.getScene();
        button.requestFocus();
        Subscription focus = scene.focusOwnerProperty().subscribe(now -> {
            if (!button.equals(now)) {
                Platform.runLater(button::requestFocus);
            }
        });
        EventHandler<MouseEvent> clicked = event -> release();
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, clicked);
        holding = focus.and(() -> scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, clicked));
    }

    /** Lets the keyboard go where it is taken. */
    void release() {
        holding.unsubscribe();
        holding = Subscription.EMPTY;
    }
}
