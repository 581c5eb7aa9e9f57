package dev.milliner.workbench.image;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A package that could be added: its name and what it would bring, and below what it is. */
final class OfferCell extends ListCell<Offer> {
    private final Label name = new Label();
    private final Label cost = new Label();
    private final Label summary = new Label();
    private final VBox box;

    OfferCell() {
        cost.getStyleClass().addAll("second", "small");
        cost.setMinWidth(Region.USE_PREF_SIZE);
        summary.getStyleClass().addAll("second", "small");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(8, name, cost);
        row.setAlignment(Pos.BASELINE_LEFT);
        box = new VBox(row, summary);
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Offer offer, boolean empty) {
        super.updateItem(offer, empty);
        if (empty || offer == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        name.setText(offer.named().name());
        summary.setText(offer.named().summary());
        cost.setText(PackageAddition.words(offer));
        String why = offer.addition().map(found -> found.why()).orElse("");
        setTooltip(why.isEmpty() ? null : new Tooltip(why));
        setGraphic(box);
    }
}
