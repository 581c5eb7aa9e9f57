package dev.milliner.workbench.overlays;

import dev.milliner.overlay.FileChange;
import dev.milliner.workbench.words.Wording;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A file in the list of those that overlays change. */
final class ChangedFileCell extends ListCell<FileChange> {
    private final Region dot = new Region();
    private final Label name = new Label();
    private final Label note = new Label();
    private final HBox box = new HBox(8);

    ChangedFileCell() {
        note.getStyleClass().add("row-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPrefWidth(100);
        box.getChildren().setAll(dot, name, gap, note);
    }

    @Override
    protected void updateItem(@Nullable FileChange change, boolean empty) {
        super.updateItem(change, empty);
        if (empty || change == null) {
            setGraphic(null);
            return;
        }
        dot.getStyleClass().setAll("dot", change.isNew() ? "good" : change.isGone() ? "error" : "accent");
        name.setText(change.file());
        note.setText(
                change.isNew()
                        ? Wording.of("overlays.changed-file-cell.new")
                        : change.isGone()
                                ? Wording.of("overlays.changed-file-cell.removed")
                                : "+" + change.added() + " −" + change.removed());
        setGraphic(box);
    }
}
