package dev.milliner.workbench.editor;

import javafx.scene.Group;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

/** The sign before lines that can be folded: it points down while they are shown, and to the side while they are not. */
final class FoldSign extends Group {
    /** How wide it is, in pixels. */
    static final double WIDTH = 9;

    private static final double HALF = 3.5;

    FoldSign(CodeMetrics metrics, boolean closed, Runnable turn) {
        Rectangle around = new Rectangle(WIDTH, metrics.height(), Color.TRANSPARENT);
        double x = WIDTH / 2;
        double y = metrics.height() / 2;
        double narrow = HALF / 2;
        Polyline arrow = closed
                ? new Polyline(x - narrow, y - HALF, x + narrow, y, x - narrow, y + HALF)
                : new Polyline(x - HALF, y - narrow, x, y + narrow, x + HALF, y - narrow);
        arrow.getStyleClass().add("fold-arrow");
        getStyleClass().addAll("fold-sign", closed ? "closed" : "open");
        getChildren().addAll(around, arrow);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                turn.run();
                event.consume();
            }
        });
    }
}
