package dev.milliner.workbench.editor;

import dev.milliner.workbench.base.Motion;
import dev.milliner.workbench.base.Rest;
import java.time.Duration;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The caret. It blinks where keys would go to it, and rests after a while in which nothing was done. */
final class CaretBar extends Rectangle {
    private static final double WIDTH = 1.6;
    private static final Duration HALF = Duration.ofMillis(530);
    /** After so many changes it stays as it is: what blinks while nobody types costs power and calm. */
    private static final int CHANGES = 20;

    private final Rest blinking = new Rest(HALF, this::blink);
    private int changes;
    private boolean wanted;

    CaretBar() {
        super(WIDTH, 0);
        getStyleClass().add("caret");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Shows it while keys go to the text, and not otherwise. */
    void blinkWhile(boolean focused) {
        wanted = focused;
        if (focused) {
            restart();
        } else {
            blinking.end();
            setVisible(false);
        }
    }

    /** Shows it now, as it was moved. */
    void restart() {
        setOpacity(1);
        changes = 0;
        blinkOn();
    }

    private void blink() {
        setOpacity(Motion.isReduced(this) ? 1 : 1 - getOpacity());
        if (++changes < CHANGES) {
            blinkOn();
        }
    }

    private void blinkOn() {
        if (wanted && !Motion.isReduced(this)) {
            blinking.begin();
        }
    }

    /** Puts it before a column of a line; it is not shown where the line is not, or its column is below what stands before the text. */
    void place(@Nullable CodeLine line, int column, ViewScroll scroll) {
        setVisible(wanted && line != null && line.x(column) - scroll.left() >= line.gutterWidth());
        if (line != null) {
            setX(Math.rint(line.x(column) - scroll.left()));
            setY(line.getLayoutY());
            setHeight(line.metrics().height());
        }
    }
}
