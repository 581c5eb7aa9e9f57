package dev.milliner.workbench.shell;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;

/** Moves the line at the edge of the panel that has the keyboard, as a mouse that drags it does. */
final class PanelSizes {
    private static final double STEP = 0.04;

    private PanelSizes() {}

    /**
     * Makes the panel around a node larger or smaller.
     *
     * @param by 1 for larger, -1 for smaller
     */
    static void change(@Nullable Node owner, int by) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node instanceof SplitPane split && split.getItems().size() > 1 && owner != null) {
                int at = index(split, owner);
                if (at >= 0) {
                    move(split, at, by * STEP);
                    return;
                }
            }
        }
    }

    /** The last panel has its line before it, all others behind them. */
    private static void move(SplitPane split, int at, double by) {
        boolean isLast = at == split.getItems().size() - 1;
        int divider = isLast ? at - 1 : at;
        double now = split.getDividerPositions()[divider];
        split.setDividerPosition(divider, Math.clamp(now + (isLast ? -by : by), 0, 1));
    }

    private static int index(SplitPane split, Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            int at = split.getItems().indexOf(node);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }
}
