package dev.milliner.workbench.overlays;

import dev.milliner.workbench.base.StyleClasses;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A row of a difference on the screen. It follows what stands in its place, so that the list is not laid out anew for that. */
final class DiffCell extends ListCell<ObjectProperty<DiffRow>> {
    private static final int COLOURS = 5;

    private final BooleanSupplier unified;
    private final IntConsumer overlayChosen;
    private final Half left = new Half();
    private final Half right = new Half();
    private final HBox box = new HBox(left, right);
    private Subscription watching = Subscription.EMPTY;

    DiffCell(BooleanSupplier unified, IntConsumer overlayChosen) {
        this.unified = unified;
        this.overlayChosen = overlayChosen;
        box.setPrefWidth(100);
        left.minWidthProperty().bind(widthProperty().divide(2));
        left.maxWidthProperty().bind(widthProperty().divide(2));
        HBox.setHgrow(right, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(@Nullable ObjectProperty<DiffRow> place, boolean empty) {
        super.updateItem(place, empty);
        watching.unsubscribe();
        if (empty || place == null) {
            watching = Subscription.EMPTY;
            setGraphic(null);
        } else {
            watching = place.subscribe(this::show);
            setGraphic(box);
        }
    }

    private void show(DiffRow row) {
        boolean oneColumn = unified.getAsBoolean();
        left.setVisible(!oneColumn);
        left.setManaged(!oneColumn);
        switch (row) {
            case DiffRow.Fold fold -> {
                left.fold(fold.count());
                right.fold(fold.count());
            }
            case DiffRow.Pair pair -> {
                left.show(pair.left(), pair.right(), pair.changed() ? "removed" : "same", 0);
                if (oneColumn && pair.right() == null) {
                    right.show(pair.left(), null, pair.changed() ? "removed" : "same", pair.overlay());
                } else {
                    right.show(pair.right(), pair.left(), pair.changed() ? "added" : "same", pair.overlay());
                }
            }
        }
    }

    /** One side: a line number, the text with what differs marked, and the tag of the overlay. */
    private final class Half extends StackPane {
        private final Label number = new Label();
        private final Label before = new Label();
        private final Label differs = new Label();
        private final Label after = new Label();
        private final Button tag = new Button();

        Half() {
            setMinWidth(0);
            setPrefWidth(100);
            Rectangle clip = new Rectangle();
            clip.widthProperty().bind(widthProperty());
            clip.heightProperty().bind(heightProperty());
            setClip(clip);
            number.getStyleClass().add("diff-number");
            number.setMinWidth(Region.USE_PREF_SIZE);
            differs.getStyleClass().add("diff-word");
            tag.setMinWidth(Region.USE_PREF_SIZE);
            tag.setFocusTraversable(false);
            // A long line is cut at the edge rather than shortened in the middle.
            for (Label part : List.of(before, differs, after)) {
                part.setMinWidth(Region.USE_PREF_SIZE);
            }
            HBox line = new HBox(number, before, differs, after);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMinWidth(0);
            setAlignment(tag, Pos.CENTER_RIGHT);
            getChildren().setAll(line, tag);
        }

        void fold(int count) {
            StyleClasses.set(this, "diff-half", "folded");
            number.setText("⋯");
            before.setText(Wording.counted("overlays.diff-cell.unchanged", count));
            differs.setText("");
            after.setText("");
            showTag(0, "");
        }

        void show(DiffRow.@Nullable Side side, DiffRow.@Nullable Side other, String style, int overlay) {
            if (side == null) {
                StyleClasses.set(this, "diff-half", style.equals("same") ? "same" : "absent");
                number.setText("");
                before.setText("");
                differs.setText("");
                after.setText("");
                showTag(style.equals("added") ? overlay : 0, Wording.of("overlays.diff-cell.removes"));
                return;
            }
            StyleClasses.set(this, "diff-half", style);
            number.setText(Integer.toString(side.number()));
            if (other != null && !style.equals("same")) {
                mark(side.text(), other.text());
            } else {
                before.setText(side.text());
                differs.setText("");
                after.setText("");
            }
            showTag(style.equals("same") ? 0 : overlay, "");
        }

        private void mark(String text, String other) {
            int shortest = Math.min(text.length(), other.length());
            int start = 0;
            while (start < shortest && text.charAt(start) == other.charAt(start)) {
                start++;
            }
            int tail = 0;
            while (tail < shortest - start
                    && text.charAt(text.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
                tail++;
            }
            before.setText(text.substring(0, start));
            differs.setText(text.substring(start, text.length() - tail));
            after.setText(text.substring(text.length() - tail));
        }

        private void showTag(int overlay, String verb) {
            tag.setVisible(overlay > 0);
            tag.setManaged(overlay > 0);
            if (overlay > 0) {
                tag.setText(verb.isEmpty() ? Integer.toString(overlay) : overlay + " " + verb);
                StyleClasses.set(tag, "button", "overlay-tag", "overlay-" + overlay % COLOURS);
                tag.setOnAction(event -> overlayChosen.accept(overlay));
            }
        }
    }
}
