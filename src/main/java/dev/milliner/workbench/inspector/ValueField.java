package dev.milliner.workbench.inspector;

import dev.milliner.workbench.words.Wording;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import tools.jackson.databind.JsonNode;

/**
 * Takes another value in place of one.
 *
 * @param node what is shown
 * @param first what of it has the keyboard first
 */
record ValueField(Node node, Node first) {
    /**
     * A field for a value.
     *
     * @param set told the new value: a String, Long or Boolean, as the old one is
     * @return empty where the value is a list or a table
     */
    static Optional<ValueField> of(JsonNode value, Consumer<Object> set) {
        if (value.isBoolean()) {
            return Optional.of(yesOrNo(value.booleanValue(), set));
        }
        if (value.isString()) {
            return Optional.of(text(value.stringValue(), Optional::of, set));
        }
        return value.isIntegralNumber()
                ? Optional.of(text(value.toString(), ValueField::number, set))
                : Optional.empty();
    }

    private static Optional<Object> number(String typed) {
        try {
            return Optional.of(Long.parseLong(typed.strip()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static ValueField yesOrNo(boolean now, Consumer<Object> set) {
        SegmentedButton both = new SegmentedButton();
        for (boolean choice : new boolean[] {true, false}) {
            ToggleButton button = new ToggleButton(Boolean.toString(choice));
            button.setSelected(choice == now);
            button.setOnAction(event -> {
                if (choice == now) {
                    button.setSelected(true);
                } else {
                    set.accept(choice);
                }
            });
            both.getButtons().add(button);
        }
        return new ValueField(both, both.getButtons().getFirst());
    }

    private static ValueField text(String now, Function<String, Optional<Object>> reading, Consumer<Object> set) {
        TextField field = new TextField(now);
        field.setId("changedValue");
        HBox.setHgrow(field, Priority.ALWAYS);
        Label fault = new Label();
        fault.getStyleClass().addAll("second", "small");
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        Button change = new Button(Wording.of("inspector.value-field.change"));
        Runnable read = () -> reading.apply(field.getText())
                .ifPresentOrElse(set, () -> fault.setText(Wording.of("inspector.value-field.not-a-number")));
        field.textProperty().subscribe(typed -> change.setDisable(typed.equals(now)));
        field.setOnAction(event -> {
            if (!change.isDisabled()) {
                read.run();
            }
        });
        change.setOnAction(event -> read.run());
        return new ValueField(new VBox(4, new HBox(6, field, change), fault), field);
    }
}
