package dev.milliner.workbench.base;

import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/**
 * Text that is shortened where it has no room: in its middle, as a path tells most at its end and a name at both, or at its
 * end, as sentences begin with what they are about. All of it is in a tooltip.
 */
public final class Shortened {
    private static final double NARROWEST = 40;
    private static final double TOOLTIP_WIDTH = 620;

    private Shortened() {}

    /** Makes a label, a button or a link shorten a name in its middle, and keeps its tooltip the whole of it. */
    public static <L extends Labeled> L inMiddle(L labeled) {
        return shortened(labeled, OverrunStyle.CENTER_ELLIPSIS);
    }

    /** Makes a label shorten words at their end, and keeps its tooltip the whole of them. */
    public static <L extends Labeled> L atEnd(L labeled) {
        return shortened(labeled, OverrunStyle.ELLIPSIS);
    }

    private static <L extends Labeled> L shortened(L labeled, OverrunStyle where) {
        labeled.setTextOverrun(where);
        labeled.setMinWidth(NARROWEST);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP_WIDTH);
        whole.textProperty().bind(labeled.textProperty());
        labeled.tooltipProperty().bind(labeled.textProperty().map(text -> text.isEmpty() ? null : whole));
        return labeled;
    }
}
