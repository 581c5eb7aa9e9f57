package dev.milliner.workbench.base;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A command in a menu: its words, and its keys at the right edge. */
final class CommandRow extends HBox {
    private static final double WIDTH = 450;

    private final Label words = new Label();
    private final Command command;

    CommandRow(Command command) {
        super(16);
        this.command = command;
        refresh();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label keys = new Label(command.key().map(Keys::words).orElse(""));
        keys.getStyleClass().add("faint");
        keys.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(WIDTH);
        getChildren().setAll(words, gap, keys);
    }

    /** Says what it would do now. */
    void refresh() {
        words.setText(command.now().get());
    }
}
