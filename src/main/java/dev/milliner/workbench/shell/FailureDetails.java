package dev.milliner.workbench.shell;

import dev.milliner.ground.Failures.Failure;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ProgramLog;
import dev.milliner.ground.Traces;
import dev.milliner.workbench.base.DesktopCommand;
import dev.milliner.workbench.base.KeyboardBefore;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** What is known of a failure, for whoever asks: text to copy, and the log. */
final class FailureDetails {
    private final StackPane over;
    private final BorderPane card = new BorderPane();
    private final KeyboardBefore before = new KeyboardBefore();

    FailureDetails(StackPane over) {
        this.over = over;
    }

    void show(Failure failure) {
        String details = failure.sentence() + "\n\n" + Traces.of(failure.cause());
        TextArea text = new TextArea(details);
        text.setEditable(false);
        text.getStyleClass().add("mono");
        Label title = new Label(failure.sentence());
        title.setWrapText(true);
        title.getStyleClass().add("strong");
        HBox buttons = new HBox(
                8,
                button(Wording.of("shell.failure-details.copy"), () -> copy(details)),
                button(Wording.of("shell.failure-details.open-log"), this::openLog),
                button(Wording.of("shell.failure-details.close"), this::close));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        BorderPane.setMargin(text, new Insets(10, 0, 10, 0));
        card.setTop(title);
        card.setCenter(text);
        card.setBottom(buttons);
        card.setId("failureDetails");
        card.getStyleClass().add("palette");
        card.setPadding(new Insets(14));
        StackPane.setMargin(card, new Insets(80));
        card.setOnKeyPressed(this::pressed);
        before.opening(card, over);
        over.getChildren().add(card);
        buttons.getChildren().getLast().requestFocus();
    }

    private static void copy(String details) {
        ClipboardContent content = new ClipboardContent();
        content.putString(details);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void openLog() {
        HostTools.find("xdg-open")
                .ifPresent(opener -> DesktopCommand.run(
                        List.of(opener.toString(), ProgramLog.folder().toString())));
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().setAll("button", "plain-button", "small-button");
        button.setOnAction(event -> action.run());
        return button;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void close() {
        before.closing();
        over.getChildren().remove(card);
    }
}
