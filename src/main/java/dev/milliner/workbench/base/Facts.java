package dev.milliner.workbench.base;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The rows and cards that panels are made of. */
public final class Facts {
    private static final double CARD_HEIGHT = 76;

    private Facts() {}

    /** A heading. */
    public static HBox heading(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("panel-heading");
        HBox row = new HBox(label);
        row.getStyleClass().add("panel-heading-row");
        return row;
    }

    /** A heading with a count at the right edge. */
    public static HBox heading(String title, String count) {
        HBox row = heading(title);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label number = new Label(count);
        number.getStyleClass().add("panel-heading");
        row.getChildren().addAll(gap, number);
        return row;
    }

    /** A name and a value in words. */
    public static HBox fact(String name, String value) {
        Label text = new Label(value);
        text.getStyleClass().add("value");
        text.setMinHeight(Region.USE_PREF_SIZE);
        return row(name, text);
    }

    /** A name and whatever stands for its value. */
    public static HBox row(String name, Region value) {
        Label key = new Label(name);
        key.getStyleClass().addAll("name", "short-name");
        HBox.setHgrow(value, Priority.ALWAYS);
        value.setMaxWidth(Double.MAX_VALUE);
        return row(key, value);
    }

    /** Has a row do something: by a click, and by Enter or Space where it has the keyboard. */
    public static <R extends Region> R pressable(R row, Runnable done) {
        row.getStyleClass().add("has-details");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setOnMouseClicked(event -> done.run());
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                done.run();
                event.consume();
            }
        });
        return row;
    }

    /** Nodes side by side with a row's margins. */
    public static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("inspector-row");
        return row;
    }

    /** A key figure with what it counts. */
    public static VBox card(String figure, String about, String styleClass) {
        Label value = new Label(figure);
        value.getStyleClass().addAll("figure", styleClass);
        Label text = new Label(about);
        text.getStyleClass().add("about");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox card = new VBox(value, text);
        card.getStyleClass().add("key-figure");
        card.setPrefSize(100, CARD_HEIGHT);
        card.setMaxHeight(CARD_HEIGHT);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }
}
