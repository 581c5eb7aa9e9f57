package dev.milliner.workbench.shell;

import dev.milliner.workbench.words.Wording;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A calm card at the window's corner: a title, sentences, and what can be done. It stays until it is dismissed. */
final class NoticeCard {
    private final StackPane over;
    private final VBox box = new VBox(10);
    private final HBox buttons = new HBox(8);

    /**
     * Makes a card.
     *
     * @param over what it is laid over
     * @param id tells it from others; a card of the same id is replaced by it
     */
    NoticeCard(StackPane over, String id, String title, List<String> sentences) {
        this.over = over;
        Label head = new Label(title);
        head.getStyleClass().add("strong");
        box.getChildren().add(head);
        for (String sentence : sentences) {
            Label text = new Label(sentence);
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            text.getStyleClass().add("second");
            box.getChildren().add(text);
        }
        buttons.setAlignment(Pos.CENTER_RIGHT);
        box.getChildren().add(buttons);
        box.setId(id);
        box.getStyleClass().add("palette");
        box.setPadding(new Insets(14));
        box.setMaxSize(520, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(box, new Insets(0, 18, 44, 0));
    }

    /** Adds something to do. */
    NoticeCard with(String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().setAll("button", "plain-button", "small-button");
        button.setOnAction(event -> action.run());
        buttons.getChildren().add(button);
        return this;
    }

    /** Shows it, with a button that takes it away. */
    void show() {
        with(Wording.of("shell.notice-card.dismiss"), () -> over.getChildren().remove(box));
        over.getChildren().removeIf(node -> box.getId().equals(node.getId()));
        over.getChildren().add(box);
    }
}
