package dev.milliner.workbench.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;

/**
 * What stands before a line of the editor, and stays there while the text is scrolled to the side below it. It also carries
 * what is drawn over the line's text to its right, which is scrolled with the text.
 */
final class LineDecoration extends Region {
    /** The height of a line. */
    static final double HEIGHT = 19;

    private static final double LEFT = 8;
    private static final double GAP = 6;
    private static final double TEXT_INSET = 4;
    private static final Font CODE = Font.font("JetBrains Mono", 12.5);
    private static final double CHARACTER = width("m".repeat(100)) / 100;

    private final List<Slot> slots = new ArrayList<>();
    private final Rectangle ground = new Rectangle(LEFT, HEIGHT);
    private final Transform scrolled;
    private final int line;
    private final String text;
    private double gutterWidth = LEFT;

    private record Slot(Node node, double right) {}

    /**
     * Makes an empty one.
     *
     * @param line the line, from 0
     * @param text the line's text
     * @param scrolled how far the text is scrolled to the side
     */
    LineDecoration(int line, String text, Transform scrolled) {
        this.line = line;
        this.text = text;
        this.scrolled = scrolled;
        getStyleClass().add("gutter");
        ground.getStyleClass().add("gutter-ground");
        ground.setManaged(false);
        getChildren().add(ground);
    }

    int line() {
        return line;
    }

    String text() {
        return text;
    }

    /** Adds a column at the right of those that are there; what it shows stands flush right in it. */
    void addColumn(double width, Optional<Node> shown) {
        double right = gutterWidth + width;
        gutterWidth = right + GAP;
        ground.setWidth(gutterWidth);
        setMinSize(gutterWidth, HEIGHT);
        setPrefSize(gutterWidth, HEIGHT);
        setMaxWidth(gutterWidth);
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

    /** Where a column of the text is, from the left edge; every character of the code font is as wide, others are measured. */
    double x(int column) {
        String before = text.substring(0, Math.clamp(column, 0, text.length()));
        boolean plain = before.chars().allMatch(c -> c >= ' ' && c < 127);
        return gutterWidth + TEXT_INSET + (plain ? before.length() * CHARACTER : width(before));
    }

    /** How wide a character is. */
    static double characterWidth() {
        return CHARACTER;
    }

    private static double width(String measured) {
        Text shown = new Text(measured);
        shown.setFont(CODE);
        return shown.getLayoutBounds().getWidth();
    }
}
