package dev.milliner.workbench.editor;

import dev.milliner.workbench.base.Shortened;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A choice, its words before what more there is to say. */
final class ChoiceCell extends ListCell<ChoicePopup.Choice> {
    private final Label words = new Label();
    private final Label detail = Shortened.inMiddle(new Label());
    private final HBox box;

    ChoiceCell() {
        words.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().addAll("second", "small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box = new HBox(10, words, gap, detail);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPrefWidth(100);
    }

    @Override
    protected void updateItem(ChoicePopup.@Nullable Choice choice, boolean empty) {
        super.updateItem(choice, empty);
        if (empty || choice == null) {
            setGraphic(null);
            return;
        }
        words.setText(choice.words());
        detail.setText(choice.detail());
        setGraphic(box);
    }
}
