package dev.milliner.workbench.editor;

import dev.milliner.text.TextRange;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A wave under a stretch of a line, low enough to leave the dots and commas of the text to be seen. */
final class Squiggle extends Path {
    private static final double STEP = 2;
    private static final double LOW = LineDecoration.HEIGHT - 0.6;
    private static final double HIGH = LOW - 1.6;

    Squiggle(LineDecoration line, TextRange range, String styleClass) {
        getStyleClass().addAll("squiggle", styleClass);
        int number = line.line() + 1;
        double from = line.x(range.column() - 1);
        int end =
                number == range.endLine() ? range.endColumn() - 1 : line.text().length();
        double to = Math.max(from + LineDecoration.characterWidth(), line.x(end));
        getElements().add(new MoveTo(from, LOW));
        boolean up = true;
        for (double at = from + STEP; at <= to; at += STEP) {
            getElements().add(new LineTo(at, up ? HIGH : LOW));
            up = !up;
        }
    }
}
