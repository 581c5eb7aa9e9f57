package dev.milliner.workbench.review;

import dev.milliner.review.Chapter;
import dev.milliner.review.Comment;
import dev.milliner.review.Remark;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.base.ProseArea;
import dev.milliner.workbench.words.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was said of the chosen item, and a field to say more. Ctrl+Enter keeps it, Esc goes back to the items. */
final class CommentsPane {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault());

    private final VBox box;
    private final KeptNotes notes;
    private final Runnable back;
    private final TextArea field = new ProseArea();
    private @Nullable Chapter chapter;
    private String title = "";
    /** The letter of the key that led here is still to come. */
    private boolean isLetterDue;

    /**
     * Makes it.
     *
     * @param box what it is shown in
     * @param back gives the keyboard back to the items
     */
    CommentsPane(VBox box, KeptNotes notes, Runnable back) {
        this.box = box;
        this.notes = notes;
        this.back = back;
        field.setId("review-comment");
        field.setPromptText(Wording.of("review.comments-pane.add-comment-ctrl"));
        field.setWrapText(true);
        field.setPrefRowCount(3);
        field.setMinHeight(Region.USE_PREF_SIZE);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (isLetterDue) {
                event.consume();
            }
        });
    }

    /**
     * Shows those of an item.
     *
     * @param now the item; null where none is chosen
     * @param of between which states it is
     */
    void show(@Nullable Chapter now, String of) {
        boolean same = now != null && chapter != null && chapter.subject().equals(now.subject());
        chapter = now;
        title = of;
        if (!same) {
            field.clear();
        }
        draw();
    }

    /** Draws what was said anew; what is being typed stays. */
    void draw() {
        Chapter now = chapter;
        if (now == null) {
            box.getChildren().clear();
            return;
        }
        List<Comment> all = notes.now().comments(now);
        HBox heading = Facts.heading(
                Wording.of("review.comments-pane.comments"), all.isEmpty() ? "" : String.valueOf(all.size()));
        HBox holder = new HBox(field);
        holder.getStyleClass().add("review-comment-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        boolean typing = field.isFocused();
        box.getChildren().setAll(heading);
        all.forEach(comment -> box.getChildren().add(card(now, comment)));
        box.getChildren().add(holder);
        if (typing) {
            field.requestFocus();
        }
    }

    private VBox card(Chapter of, Comment comment) {
        Label text = new Label(comment.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Label when = new Label(TIME.format(comment.time()));
        when.getStyleClass().addAll("second", "small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button remove = new Button();
        remove.setGraphic(new FontIcon("mdi2c-close"));
        remove.getStyleClass().setAll("button", "icon-button");
        remove.setTooltip(new Tooltip(Wording.of("review.comments-pane.delete-comment")));
        remove.setOnAction(event -> notes.change(kept -> kept.takeBack(of, comment)));
        HBox first = new HBox(6, when, gap, remove);
        first.getStyleClass().add("review-comment-head");
        VBox card = new VBox(2, first, text);
        card.getStyleClass().add("review-comment");
        if (!comment.isCurrent()) {
            Label old = new Label(comment.remark());
            old.setWrapText(true);
            old.setMinHeight(Region.USE_PREF_SIZE);
            old.getStyleClass().addAll("warning", "small");
            card.getChildren().add(old);
        }
        return card;
    }

    /** Gives it the keyboard. */
    void focus() {
        isLetterDue = true;
        field.requestFocus();
    }

    private void pressed(KeyEvent event) {
        isLetterDue = false;
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            event.consume();
            say();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            back.run();
        }
    }

    private void say() {
        String text = field.getText().strip();
        Optional<Chapter> of = Optional.ofNullable(chapter);
        if (!text.isEmpty() && of.isPresent()) {
            field.clear();
            back.run();
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            notes.change(kept -> kept.say(of.get(), new Remark(text, now, title)));
        }
    }
}
