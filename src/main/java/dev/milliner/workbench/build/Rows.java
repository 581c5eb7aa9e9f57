package dev.milliner.workbench.build;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Rows of the build page's panels. */
final class Rows {
    private Rows() {}

    /** A sign, a name and a quiet note at the right edge. */
    static HBox state(String dotClass, String name, String note) {
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", dotClass);
        Label label = new Label(name);
        if (dotClass.equals("plain")) {
            label.getStyleClass().add("second");
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label quiet = new Label(note);
        quiet.getStyleClass().add("row-note");
        HBox row = new HBox(dot, label, gap, quiet);
        row.getStyleClass().add("stage-row");
        return row;
    }
}
