package dev.milliner.workbench.review;

import dev.milliner.review.Chapter;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An item of a review in the list: whether it was seen, what it is, what happened. */
final class ChapterCell extends ListCell<Chapter> {
    private final Predicate<Chapter> isSeen;
    private final CheckBox seen = new CheckBox();
    private final Label title = new Label();
    private final Label tag = new Label();
    private final Label line = new Label();
    private final HBox whole;

    /**
     * Makes one.
     *
     * @param isSeen tells whether an item was checked off
     * @param check is told when one is, or is not any more
     */
    ChapterCell(Predicate<Chapter> isSeen, BiConsumer<Chapter, Boolean> check) {
        this.isSeen = isSeen;
        seen.setFocusTraversable(false);
        seen.setOnAction(event -> {
            Chapter chapter = getItem();
            if (chapter != null) {
                check.accept(chapter, seen.isSelected());
            }
        });
        tag.getStyleClass().addAll("second", "small");
        tag.setMinWidth(Region.USE_PREF_SIZE);
        line.getStyleClass().addAll("second", "small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox texts = new VBox(new HBox(8, title, gap, tag), line);
        texts.setSpacing(2);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        whole = new HBox(10, seen, texts);
        whole.getStyleClass().add("review-item");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Chapter chapter, boolean empty) {
        super.updateItem(chapter, empty);
        setText(null);
        if (empty || chapter == null) {
            setGraphic(null);
            return;
        }
        seen.setSelected(isSeen.test(chapter));
        title.setText(chapter.title());
        tag.setText(chapter.tag());
        line.setText(first(chapter));
        setGraphic(whole);
    }

    private static String first(Chapter chapter) {
        if (!chapter.values().isEmpty()) {
            var value = chapter.values().getFirst();
            return value.path() + ": " + value.before() + " → " + value.after();
        }
        return chapter.lines().isEmpty() ? "" : chapter.lines().getFirst();
    }
}
