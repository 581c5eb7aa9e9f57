package dev.milliner.workbench.editor;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.fxmisc.richtext.model.TwoDimensional.Position;

/** How far a text is scrolled, and how far it can be, in pixels. Wishes are met with the next layout, when sizes are known. */
final class ViewScroll {
    private static final double RIGHT = 28;

    private final DoubleProperty top = new SimpleDoubleProperty();
    private final DoubleProperty left = new SimpleDoubleProperty();
    private final ReadOnlyDoubleWrapper lowest = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper farthest = new ReadOnlyDoubleWrapper();
    private int longest;
    private double caretAt;
    private Wish wish = Wish.NONE;

    private enum Wish {
        NONE,
        CARET_IN_VIEW,
        CARET_IN_MIDDLE
    }

    DoubleProperty topProperty() {
        return top;
    }

    DoubleProperty leftProperty() {
        return left;
    }

    /** The largest value of {@link #topProperty}. */
    ReadOnlyDoubleProperty lowestProperty() {
        return lowest.getReadOnlyProperty();
    }

    /** The largest value of {@link #leftProperty}. */
    ReadOnlyDoubleProperty farthestProperty() {
        return farthest.getReadOnlyProperty();
    }

    double top() {
        return top.get();
    }

    double left() {
        return left.get();
    }

    void setTop(double now) {
        top.set(Math.max(0, Math.rint(now)));
    }

    /** Scrolls by a stretch. */
    void by(double right, double down) {
        wish = Wish.NONE;
        top.set(Math.clamp(Math.rint(top() + down), 0, Math.max(0, lowest.get())));
        left.set(Math.clamp(Math.rint(left() + right), 0, Math.max(0, farthest.get())));
    }

    /** Wants the caret in view. */
    void followCaret() {
        if (wish == Wish.NONE) {
            wish = Wish.CARET_IN_VIEW;
        }
    }

    /** Wants the caret's line in the middle. */
    void centreCaret() {
        wish = Wish.CARET_IN_MIDDLE;
    }

    /** A line of so many characters is there. */
    void holds(int characters) {
        longest = Math.max(longest, characters);
    }

    /** Finds out again how long lines are. */
    void measure(EditorArea area) {
        longest = area.getParagraphs().stream()
                .mapToInt(paragraph -> paragraph.length())
                .max()
                .orElse(0);
    }

    /** How many characters a row has room for where lines are wrapped. */
    int columns(double width, double gutterWidth, CodeMetrics metrics) {
        double room = width - gutterWidth - CodeLine.TEXT_INSET - RIGHT;
        return Math.max(Wrap.FEWEST, (int) (room / metrics.character()));
    }

    /** Meets the wish, and brings both within what there is. */
    void settle(EditorArea area, CodeMetrics metrics, double gutterWidth, Position caret) {
        double height = area.getHeight();
        if (height <= 0) {
            return;
        }
        double line = area.lines().rows().of(caret.getMajor(), caret.getMinor()) * metrics.height();
        lowest.set(Math.max(0, area.lines().rows().count() * metrics.height() - height));
        switch (wish) {
            case NONE -> {}
            case CARET_IN_VIEW -> {
                double covered = area.lines().pinnedAbove(caret);
                double highest = Math.max(0, line - covered);
                top.set(Math.clamp(top(), Math.min(highest, Math.max(0, line + metrics.height() - height)), highest));
                showColumn(area, metrics, gutterWidth, caret);
            }
            case CARET_IN_MIDDLE -> {
                top.set(Math.rint(line - (height - metrics.height()) / 2));
                showColumn(area, metrics, gutterWidth, caret);
            }
        }
        wish = Wish.NONE;
        top.set(Math.clamp(top(), 0, lowest.get()));
        double text = area.lines().isWrapped() ? 0 : Math.max(longest * metrics.character(), caretAt);
        farthest.set(Math.max(0, gutterWidth + text + RIGHT - area.getWidth()));
        left.set(Math.min(left(), farthest.get()));
    }

    private void showColumn(EditorArea area, CodeMetrics metrics, double gutterWidth, Position caret) {
        String text = area.getParagraph(caret.getMajor()).getText();
        double x = area.lines().isWrapped()
                ? 0
                : metrics.width(text.substring(0, Math.min(caret.getMinor(), text.length())));
        double room = Math.max(RIGHT, area.getWidth() - gutterWidth - RIGHT);
        holds(text.length());
        caretAt = x;
        if (x < left()) {
            // With what stands before it, all of it where it can be.
            left.set(x <= room ? 0 : Math.rint(x - room / 2));
        } else {
            left.set(Math.max(left(), Math.rint(x - room)));
        }
    }
}
