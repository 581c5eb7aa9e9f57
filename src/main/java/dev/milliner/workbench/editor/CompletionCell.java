package dev.milliner.workbench.editor;

import dev.milliner.language.Completion;
import dev.milliner.workbench.base.Shortened;
import dev.milliner.workbench.words.Wording;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of what could stand at the caret. */
final class CompletionCell extends ListCell<Completion> {
    private final FontIcon sign = new FontIcon();
    private final Label label = new Label();
    private final Label detail = Shortened.inMiddle(new Label());
    private final HBox box;

    CompletionCell() {
        label.getStyleClass().add("completion-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().addAll("second", "small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box = new HBox(8, sign, label, gap, detail);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPrefWidth(100);
    }

    @Override
    protected void updateItem(@Nullable Completion item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        sign.setIconLiteral(CompletionSigns.icon(item.kind()));
        label.setText(item.label());
        detail.setText(item.detail() + standing(item));
        label.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("idle"), item.standing() == Completion.Standing.IDLE);
        setGraphic(box);
    }

    private static String standing(Completion item) {
        String gap = item.detail().isEmpty() ? "" : " · ";
        return switch (item.standing()) {
            case FREE -> "";
            case REQUIRED -> gap + Wording.of("editor.completion-cell.required");
            case SET -> gap + Wording.of("editor.completion-cell.already-set");
            case IDLE -> gap + Wording.of("editor.completion-cell.not-used-here");
        };
    }
}
