package dev.milliner.workbench.shell;

import dev.milliner.workbench.files.BufferJournal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Offers the unsaved texts that a workbench left when it died. Nothing is lost by not answering. */
final class RestoreNotice {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", java.util.Locale.ROOT).withZone(ZoneId.systemDefault());

    private final StackPane over;
    private final VBox box = new VBox(10);

    RestoreNotice(
            StackPane over,
            List<BufferJournal.Entry> entries,
            Consumer<BufferJournal.Entry> restore,
            Consumer<BufferJournal.Entry> discard) {
        this.over = over;
        Label title = new Label("Unsaved text was kept");
        title.getStyleClass().add("strong");
        Label text = new Label("Milliner ended before this text was saved:\n"
                + entries.stream()
                        .map(entry -> entry.path() + ", " + TIME.format(entry.time()))
                        .collect(Collectors.joining("\n")));
        text.setWrapText(true);
        text.getStyleClass().add("second");
        HBox buttons = new HBox(
                8,
                button("Restore", "primary-button", entries, restore),
                button("Discard", "plain-button", entries, discard));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        box.getChildren().setAll(title, text, buttons);
        box.setId("restore");
        box.getStyleClass().add("palette");
        box.setPadding(new Insets(14));
        box.setMaxSize(420, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(box, new Insets(0, 18, 44, 0));
    }

    private Button button(
            String text, String style, List<BufferJournal.Entry> entries, Consumer<BufferJournal.Entry> action) {
        Button button = new Button(text);
        button.getStyleClass().setAll("button", style);
        button.setOnAction(event -> {
            over.getChildren().remove(box);
            entries.forEach(action);
        });
        return button;
    }

    void show() {
        over.getChildren().add(box);
    }
}
