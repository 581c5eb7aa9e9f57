package dev.milliner.workbench.overlays;

import dev.milliner.workbench.base.Shortened;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A step in the list of a component's overlays. */
final class StepCell extends ListCell<StepRow> {
    private final Label number = new Label();
    private final Label title = new Label();
    private final Label verdict = new Label();
    private final Label about = new Label();
    private final HBox box = new HBox();

    StepCell() {
        number.getStyleClass().add("step-number");
        about.getStyleClass().addAll("second", "small");
        // The kind is what the list is read for; the verdict stands whole in the details.
        Shortened.inMiddle(verdict);
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox first = new HBox(8, title, gap, verdict);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox texts = new VBox(3, first, about);
        texts.setMinWidth(0);
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        box.getStyleClass().add("step-cell");
        box.setPrefWidth(100);
        box.getChildren().setAll(number, texts);
    }

    @Override
    protected void updateItem(@Nullable StepRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        number.setText(
                row.effect().map(effect -> Integer.toString(effect.number())).orElse("0"));
        title.setText(row.title());
        about.setText(row.about());
        verdict.setText(row.verdict().kind().sign() + row.verdict().shortText());
        verdict.getStyleClass()
                .setAll("label", "small", Verdicts.styleClass(row.verdict().kind()));
        setGraphic(box);
    }
}
