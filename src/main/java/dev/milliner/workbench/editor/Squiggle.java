package dev.milliner.workbench.editor;

import dev.milliner.text.TextRange;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A wave under a stretch of a line, low enough to leave the dots and commas of the text to be seen. */
final class Squiggle extends Path {
    private static final double STEP = 2;
    private static final double HIGH = 1.6;
    private static final double FROM_BOTTOM = 0.6;

    Squiggle(CodeLine line, TextRange range, String styleClass) {
        getStyleClass().addAll("squiggle", styleClass);
        double low = line.metrics().height() - FROM_BOTTOM;
        double from = line.x(range.column() - 1);
        double to = Math.max(from + line.metrics().character(), line.x(end(line, range)));
        getElements().add(new MoveTo(from, low));
        boolean up = true;
        for (double at = from + STEP; at <= to; at += STEP) {
            getElements().add(new LineTo(at, up ? low - HIGH : low));
            up = !up;
        }
    }

    /** The column before which a stretch ends in the line in which it begins. */
    static int end(CodeLine line, TextRange range) {
        return range.line() == range.endLine()
                ? range.endColumn() - 1
                : line.text().length();
    }
}
