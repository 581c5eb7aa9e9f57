package dev.milliner.workbench.shell;

import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/**
 * A panel at the edge of the page, which is folded away and brought back. Where its divider stands is what says whether it is
 * folded, so that is remembered too.
 */
final class Panel {
    /** Nearer to the edge than this share, there is nothing of it to be seen. */
    private static final double EDGE = 0.02;

    private final SplitPane pane;
    private final int divider;
    private final double edge;
    private final double first;
    private double open;

    /**
     * Makes one of a part of a split pane.
     *
     * @param part what is folded
     * @param divider the divider between it and the rest
     * @param edge where that stands when it is folded: 0 or 1
     * @param first where it is brought back to when nothing is known
     */
    Panel(SplitPane pane, Region part, int divider, double edge, double first) {
        this.pane = pane;
        this.divider = divider;
        this.edge = edge;
        this.first = first;
        open = first;
        part.setMinSize(0, 0);
    }

    boolean isFolded() {
        return Math.abs(pane.getDividerPositions()[divider] - edge) < EDGE;
    }

    /** Folds it away, or brings it back to where it was. */
    void toggle() {
        if (isFolded()) {
            pane.setDividerPosition(divider, Math.abs(open - edge) < EDGE ? first : open);
        } else {
            open = pane.getDividerPositions()[divider];
            pane.setDividerPosition(divider, edge);
        }
    }

    /** Brings it back where it is folded. */
    void show() {
        if (isFolded()) {
            toggle();
        }
    }
}
