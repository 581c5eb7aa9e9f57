package dev.milliner.workbench.welcome;

import dev.milliner.workbench.base.Shortened;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A distro to be opened: its name, a line about it, and something at the right. */
final class WelcomeCard extends StackPane {
    private final Label name = new Label();
    private final Label about = new Label();
    private final HBox head;
    private final HBox foot;
    private final Button button = new Button();

    WelcomeCard(String called, String words) {
        name.setText(called);
        name.getStyleClass().add("strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        about.setText(words);
        about.getStyleClass().addAll("second", "small");
        Shortened.inMiddle(about);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(8, name, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        foot = new HBox(8, about);
        foot.setAlignment(Pos.CENTER_LEFT);
        button.setGraphic(new VBox(4, head, foot));
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().setAll("button", "welcome-card");
        button.setAccessibleText(called + ", " + words);
        getChildren().setAll(button);
    }

    /** Says something in the second colour at the right. */
    void note(String words) {
        Label note = new Label(words);
        note.getStyleClass().addAll("second", "small");
        note.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().add(note);
    }

    void onOpen(String tooltip, Runnable open) {
        button.setTooltip(new Tooltip(tooltip));
        button.setOnAction(event -> open.run());
    }

    /** Shows that it can't be opened, and offers something instead. */
    void fade(String words, Runnable instead) {
        Hyperlink link = new Hyperlink(words);
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event -> instead.run());
        foot.getChildren().add(link);
        name.getStyleClass().setAll("label", "second");
        button.setTooltip(new Tooltip(words));
        button.setOnAction(event -> instead.run());
    }
}
