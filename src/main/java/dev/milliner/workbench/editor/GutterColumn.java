package dev.milliner.workbench.editor;

import java.util.Optional;
import javafx.scene.Node;

/** A column of the gutter. Columns stand from left to right by their order. */
interface GutterColumn {
    /** The column of signs. */
    int SIGNS = 100;

    /** The column of line numbers. */
    int NUMBERS = 200;

    /** The column of what can be folded. */
    int FOLDS = 225;

    /** The column of what was not committed. */
    int COMMITTED = 250;

    /** The column beside the text, of what was changed. */
    int CHANGES = 300;

    /** Where it stands among the columns. */
    int order();

    /** How wide it is, in pixels, in a text of so many lines. */
    double width(int lines, CodeMetrics metrics);

    /** Tells whether it is shown before each row of a line that is wrapped, rather than before the first alone. */
    default boolean isBesideEachRow() {
        return false;
    }

    /** What it shows for a line, flush right; empty for nothing. */
    Optional<Node> at(CodeLine line);
}
