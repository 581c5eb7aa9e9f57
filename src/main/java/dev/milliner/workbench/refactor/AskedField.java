package dev.milliner.workbench.refactor;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/**
 * A field as it is shown.
 *
 * @param label what it is
 * @param control what takes what a person says
 * @param value what is said
 */
record AskedField(Label label, Control control, ObservableValue<String> value) {
    private static final int WIDE = 26;
    private static final int NARROW = 18;

    /** The words to choose among where there are no others, else a field for any. */
    static AskedField of(Field field) {
        Label label = new Label(field.label());
        label.getStyleClass().add("second");
        label.setMinWidth(Region.USE_PREF_SIZE);
        AskedField asked = field.choices().isEmpty() ? typed(label, field) : chosen(label, field);
        label.setLabelFor(asked.control());
        asked.control().setId("refactor-" + field.id());
        return asked;
    }

    private static AskedField typed(Label label, Field field) {
        TextField text = new TextField(field.value());
        text.setPromptText(field.hint());
        text.setPrefColumnCount(field.id().equals("names") || field.id().equals("into") ? WIDE : NARROW);
        return new AskedField(label, text, text.textProperty());
    }

    private static AskedField chosen(Label label, Field field) {
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(field.choices());
        choice.setValue(field.value());
        choice.setMinWidth(Region.USE_PREF_SIZE);
        return new AskedField(label, choice, choice.valueProperty());
    }

    /** Its parts, in the order they stand in. */
    Node[] nodes() {
        return new Node[] {label, control};
    }
}
