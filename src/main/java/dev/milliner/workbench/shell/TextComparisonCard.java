package dev.milliner.workbench.shell;

import dev.milliner.source.BoundedFile;
import dev.milliner.workbench.base.KeyboardBefore;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.files.FileText;
import dev.milliner.workbench.files.LeftText;
import dev.milliner.workbench.overlays.TextComparison;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Shows how a text that was left differs from the file on disk, before a person chooses. */
final class TextComparisonCard {
    private final StackPane over;
    private final Later later = new Later(Wording.of("activity.comparison"));
    private final BorderPane card = new BorderPane();
    private final KeyboardBefore before = new KeyboardBefore();

    TextComparisonCard(StackPane over) {
        this.over = over;
    }

    /** Lays it over the window. */
    void show(LeftText left) {
        Label title = new Label(
                Wording.of("shell.text-comparison-card.disk-kept", left.kept().path()));
        title.getStyleClass().add("strong");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button(Wording.of("shell.text-comparison-card.close"));
        close.getStyleClass().setAll("button", "plain-button", "small-button");
        close.setOnAction(event -> close());
        HBox head = new HBox(8, title, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(0, 0, 8, 0));
        TextComparison comparison = new TextComparison();
        card.setTop(head);
        card.setCenter(comparison.node());
        card.setId("comparison");
        card.getStyleClass().add("palette");
        card.setPadding(new Insets(14));
        StackPane.setMargin(card, new Insets(60, 60, 60, 60));
        card.setOnKeyPressed(this::pressed);
        before.opening(card, over);
        over.getChildren().add(card);
        close.requestFocus();
        later.ask(() -> compare(left), comparison::show);
    }

    private static TextComparison.Compared compare(LeftText left) {
        return TextComparison.compare(
                left.kept().path(), onDisk(left), left.kept().text());
    }

    /** A file that is gone or can't be read counts as empty: all of the text is then new. */
    private static String onDisk(LeftText left) {
        try {
            Path file = Path.of(left.kept().root()).resolve(left.kept().path());
            return FileText.of(BoundedFile.read(file, BoundedFile.LARGEST_TEXT));
        } catch (IOException gone) {
            return "";
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void close() {
        later.close();
        before.closing();
        over.getChildren().remove(card);
    }
}
