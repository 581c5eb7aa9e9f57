package dev.milliner.workbench.refactor;

import dev.milliner.workbench.base.Shortened;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A row of the files that a change touches. */
final class ChangedFileCell extends ListCell<ChangedFile> {
    private final Label name = new Label();
    private final Label what = new Label();
    private final HBox box = new HBox(8);

    ChangedFileCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Shortened.inMiddle(name).setMinWidth(60);
        what.getStyleClass().add("row-note");
        what.setMinWidth(Region.USE_PREF_SIZE);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPrefWidth(40);
        box.getChildren().setAll(name, gap, what);
    }

    @Override
    protected void updateItem(@Nullable ChangedFile file, boolean empty) {
        super.updateItem(file, empty);
        if (empty || file == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        name.setText(file.path().substring(file.path().lastIndexOf('/') + 1));
        what.setText(file.what());
        what.getStyleClass().setAll("label", "row-note");
        if (file.isGone()) {
            what.getStyleClass().add("error");
        }
        setTooltip(new Tooltip(file.path()));
        setGraphic(box);
    }
}
