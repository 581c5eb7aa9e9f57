package dev.milliner.workbench.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;

/**
 * A row of the editor on the screen, which is a line or a part of one that is wrapped: what stands before it stays where it is while the text beside it, and what is drawn over
 * that, is scrolled to the side below it.
 */
final class CodeLine extends Region {
    private static final double LEFT = 8;
    private static final double GAP = 6;
    static final double TEXT_INSET = 4;
    private static final double BREAK = 6;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final List<Slot> slots = new ArrayList<>();
    private final Rectangle ground = new Rectangle(LEFT, 0);
    private final Rectangle selection = new Rectangle();
    private final Transform scrolled;
    private CodeMetrics metrics;
    private LinePart part = new LinePart(-1, "", 0, 0, 0);
    private boolean isPlain = true;
    private double gutterWidth = LEFT;
    /** Where the last of what stands behind the text ends; 0 for nothing. */
    private double taken;

    private record Slot(Node node, double right) {}

    /**
     * Makes one that shows nothing yet.
     *
     * @param metrics what its font measures
     * @param scrolled how far the text is scrolled to the side
     */
    CodeLine(CodeMetrics metrics, Transform scrolled) {
        this.metrics = metrics;
        this.scrolled = scrolled;
        setManaged(false);
        getStyleClass().add("code-line");
        ground.getStyleClass().add("gutter-ground");
        ground.setManaged(false);
        selection.getStyleClass().add("selection");
        selection.setManaged(false);
        selection.setMouseTransparent(true);
        selection.getTransforms().add(scrolled);
    }

    /**
     * Forgets what it showed. One node serves several lines, one after the other, as a node that is put in the place of
     * another makes all around it be painted again.
     *
     * @param now what it shows from now on
     * @param itsMetrics what its font measures
     */
    void become(LinePart now, CodeMetrics itsMetrics) {
        part = now;
        isPlain = CodeMetrics.isPlain(now.text(), now.start(), now.end());
        metrics = itsMetrics;
        gutterWidth = LEFT;
        taken = 0;
        slots.clear();
        selection.setVisible(false);
        selection.setHeight(metrics.height());
        ground.setHeight(metrics.height());
        getChildren().setAll(selection, ground);
    }

    int line() {
        return part.line();
    }

    /** The text of its whole line. */
    String text() {
        return part.text();
    }

    /** What of its line it shows. */
    LinePart part() {
        return part;
    }

    CodeMetrics metrics() {
        return metrics;
    }

    /** How wide what stands before the text is with columns of such widths. */
    static double gutter(double... widths) {
        return LEFT + Arrays.stream(widths).map(width -> width + GAP).sum();
    }

    /** Adds a column at the right of those that are there; what it shows stands flush right in it. */
    void addColumn(double width, Optional<Node> shown) {
        double right = gutterWidth + width;
        gutterWidth = right + GAP;
        ground.setWidth(gutterWidth);
        shown.ifPresent(node -> {
            getChildren().add(node);
            slots.add(new Slot(node, right));
        });
    }

    @Override
    protected void layoutChildren() {
        for (Slot slot : slots) {
            double width = slot.node.prefWidth(-1);
            double height = slot.node.prefHeight(-1);
            slot.node.resizeRelocate(slot.right - width, (getHeight() - height) / 2, width, height);
        }
    }

    /** Lays something over the text, at a place of its own. */
    void overlay(Node node) {
        node.setManaged(false);
        node.setMouseTransparent(true);
        node.getTransforms().add(scrolled);
        getChildren().add(getChildren().indexOf(ground), node);
    }

    /** Puts words behind the text, and behind what stands there already. */
    void behind(Text words, double gap) {
        words.setX(Math.max(taken, x(part.end())) + gap);
        words.setY(metrics.baseline());
        taken = words.getX() + words.getLayoutBounds().getWidth();
        overlay(words);
    }

    /** Shows the line as the caret's, or as another. */
    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }

    /**
     * Shows which stretch of it is selected.
     *
     * @param from the column at which it starts, from 0
     * @param to the column before which it ends; past the line's end where the line break is selected too
     */
    void select(int from, int to) {
        double start = x(from);
        double end = x(to) + (to > text().length() && part.isLast() ? BREAK : 0);
        selection.setVisible(to > from && end > start);
        selection.setX(start);
        selection.setWidth(end - start);
    }

    /** Where a column of the text is, from the left edge of what is scrolled; the nearer end of this row for one in another. */
    double x(int column) {
        int within = Math.clamp(column, part.start(), part.end());
        return textStart()
                + (isPlain ? (part.indent() + within - part.start()) * metrics.character() : part.x(within, metrics));
    }

    /** Where the text starts, from the left edge. */
    double textStart() {
        return gutterWidth + TEXT_INSET;
    }

    /** How wide what stands before the text is. */
    double gutterWidth() {
        return gutterWidth;
    }
}
