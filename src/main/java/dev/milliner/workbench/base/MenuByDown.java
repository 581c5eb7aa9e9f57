package dev.milliner.workbench.base;

import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyCode;

/** Opens the menu of a button that does something itself: Enter and Space do that, Down lists what else there is. */
public final class MenuByDown {
    private MenuByDown() {}

    /** Has a button do so. */
    public static void of(SplitMenuButton button) {
        button.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                button.show();
                event.consume();
            }
        });
    }
}
