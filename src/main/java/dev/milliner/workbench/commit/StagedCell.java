package dev.milliner.workbench.commit;

import dev.milliner.commit.PendingFile.Staged;
import dev.milliner.workbench.words.Wording;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Something that can be staged, in a list: how much of it is, what it is, what became of it. */
abstract class StagedCell<T> extends ListCell<T> {
    private final CheckBox check = new CheckBox();
    private final Label name = new Label();
    private final Label note = new Label();
    private final HBox box = new HBox(8);

    /** Makes one; the listener is told when it is checked on or off. */
    StagedCell(Consumer<T> toggle) {
        check.setFocusTraversable(false);
        check.setOnAction(event -> {
            T item = getItem();
            if (item != null) {
                toggle.accept(item);
            }
        });
        note.getStyleClass().addAll("second", "small");
        note.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().setAll(check, name, gap, note);
        setPrefWidth(0);
    }

    final void show(String title, String about, Staged staged) {
        check.setSelected(staged == Staged.WHOLE);
        check.setIndeterminate(staged == Staged.PART);
        name.setText(title);
        note.setText(staged == Staged.PART ? Wording.of("commit.staged-cell.part", about) : about);
        setText(null);
        setGraphic(box);
    }
}
