package dev.milliner.workbench.review;

import dev.milliner.review.Chapter;
import dev.milliner.review.SeenMark;
import dev.milliner.workbench.words.Wording;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** An item of a review in the list: whether it was seen, what it is, what happened. */
final class ChapterCell extends ListCell<Chapter> {
    private static final int LONG_NAME = 28;
    private static final double NAME_WIDTH = 120;

    private final KeptNotes notes;
    private final CheckBox seen = new CheckBox();
    private final Label title = new Label();
    private final Label tag = new Label();
    private final Label line = new Label();
    private final Label said = new Label();
    private final HBox whole;

    /**
     * Makes one.
     *
     * @param notes what was checked off and said
     * @param check told when an item is checked off, or is not any more
     */
    ChapterCell(KeptNotes notes, Consumer<@Nullable Chapter> check) {
        this.notes = notes;
        seen.setFocusTraversable(false);
        seen.setOnAction(event -> check.accept(getItem()));
        said.getStyleClass().addAll("second", "small");
        said.setGraphic(new FontIcon("mdi2c-comment-outline"));
        said.setMinWidth(Region.USE_PREF_SIZE);
        tag.getStyleClass().addAll("second", "small");
        tag.setMinWidth(0);
        line.getStyleClass().addAll("second", "small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox texts = new VBox(new HBox(8, title, gap, said, tag), line);
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
        SeenMark mark = notes.now().mark(chapter);
        seen.setSelected(mark == SeenMark.SEEN);
        seen.setIndeterminate(mark == SeenMark.CHANGED);
        title.setText(chapter.title());
        // A name is read in any case; what happened may be cut short.
        title.setMinWidth(chapter.title().length() > LONG_NAME ? NAME_WIDTH : Region.USE_PREF_SIZE);
        String first = first(chapter);
        String happened = first.isEmpty() ? "" : chapter.tag();
        tag.setText(mark == SeenMark.CHANGED ? Wording.of("review.chapter-cell.changed-since-you") : happened);
        tag.getStyleClass().removeAll("second", "warning");
        tag.getStyleClass().add(mark == SeenMark.CHANGED ? "warning" : "second");
        int comments = notes.now().comments(chapter).size();
        said.setText(String.valueOf(comments));
        said.setVisible(comments > 0);
        said.setManaged(comments > 0);
        line.setText(first.isEmpty() ? chapter.tag() : first);
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
