package dev.milliner.workbench.shell;

import dev.milliner.workbench.files.LeftText;
import dev.milliner.workbench.words.Wording;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Offers the unsaved texts that a workbench left when it died, each with its time, several of one file too. Nothing is
 * lost by not answering.
 */
final class RestoreNotice {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final double MOST_HEIGHT = 220;

    private final StackPane over;
    private final List<LeftText> left;
    private final Consumer<LeftText> restore;
    private final Consumer<LeftText> discard;
    private final VBox rows = new VBox(4);
    private final VBox box = new VBox(10);

    /**
     * Makes it.
     *
     * @param over what it is laid over
     * @param texts the texts, the newest first
     */
    RestoreNotice(StackPane over, List<LeftText> texts, Consumer<LeftText> restore, Consumer<LeftText> discard) {
        this.over = over;
        this.left = new ArrayList<>(texts);
        this.restore = restore;
        this.discard = discard;
        Label title = new Label(Wording.of("shell.restore-notice.unsaved-text-kept"));
        title.getStyleClass().add("strong");
        Label text = new Label(Wording.of("shell.restore-notice.milliner-ended-before"));
        text.setWrapText(true);
        text.getStyleClass().add("second");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        HBox buttons = new HBox(
                8,
                button(
                        Wording.of("shell.restore-notice.restore-all"),
                        "primary-button",
                        Wording.of("shell.restore-notice.newest-text-each"),
                        this::restoreNewest),
                button(
                        Wording.of("shell.restore-notice.discard-all"),
                        "plain-button",
                        Wording.of("shell.restore-notice.deletes-kept"),
                        this::discardAll));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        box.getChildren().setAll(title, text, scroll, buttons);
        box.setId("restore");
        box.getStyleClass().add("palette");
        box.setPadding(new Insets(14));
        box.setMaxSize(560, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(box, new Insets(0, 18, 44, 0));
        fill();
    }

    private void fill() {
        rows.getChildren().setAll(left.stream().map(this::row).toList());
        if (left.isEmpty()) {
            over.getChildren().remove(box);
        }
    }

    private HBox row(LeftText text) {
        Label path = new Label(text.kept().path());
        path.setTooltip(new Tooltip(text.kept().path()));
        path.setMinWidth(60);
        Label time = new Label(TIME.format(text.kept().time()));
        time.getStyleClass().add("row-note");
        time.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(
                8,
                path,
                time,
                gap,
                button(
                        Wording.of("shell.restore-notice.compare"),
                        "plain-button",
                        Wording.of("shell.restore-notice.shows-differs-from"),
                        () -> compare(text)),
                button(
                        Wording.of("shell.restore-notice.restore"),
                        "plain-button",
                        Wording.of("shell.restore-notice.opens-file-text"),
                        () -> answer(text, restore)),
                button(
                        Wording.of("shell.restore-notice.discard"),
                        "plain-button",
                        Wording.of("shell.restore-notice.deletes-text"),
                        () -> answer(text, discard)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void compare(LeftText text) {
        new TextComparisonCard(over).show(text);
    }

    private void answer(LeftText text, Consumer<LeftText> action) {
        left.remove(text);
        action.accept(text);
        fill();
    }

    /** An older text of a file that has a newer one stays kept, and is offered again. */
    private void restoreNewest() {
        List<String> done = new ArrayList<>();
        for (LeftText text : List.copyOf(left)) {
            if (!done.contains(text.kept().path())) {
                done.add(text.kept().path());
                left.remove(text);
                restore.accept(text);
            }
        }
        fill();
    }

    private void discardAll() {
        List.copyOf(left).forEach(discard);
        left.clear();
        fill();
    }

    private static Button button(String text, String style, String tooltip, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().setAll("button", style, "small-button");
        button.setTooltip(new Tooltip(tooltip));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    void show() {
        over.getChildren().add(box);
    }
}
