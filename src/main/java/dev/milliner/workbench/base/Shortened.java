package dev.milliner.workbench.base;

import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/**
 * Text that is shortened in its middle where it has no room, as a path tells most at its end and a name at both. All of
 * it is in a tooltip.
 */
public final class Shortened {
    private static final double NARROWEST = 40;
    private static final double TOOLTIP_WIDTH = 620;

    private Shortened() {}

    /** Makes a label, a button or a link shorten its text, and keeps its tooltip the whole of it. */
    public static <L extends Labeled> L inMiddle(L labeled) {
        labeled.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        labeled.setMinWidth(NARROWEST);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP_WIDTH);
        whole.textProperty().bind(labeled.textProperty());
        labeled.tooltipProperty().bind(labeled.textProperty().map(text -> text.isEmpty() ? null : whole));
        return labeled;
    }
}
