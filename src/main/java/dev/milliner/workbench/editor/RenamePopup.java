package dev.milliner.workbench.editor;

import dev.milliner.workbench.words.Wording;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Asks for another name at the caret; stays open, and says why, where the name won't do. */
final class RenamePopup {
    private static final double WIDTH = 360;

    private final TextField name = new TextField();
    private final Label why = new Label();
    private final SceneCard popup;
    private Node behind = name;
    private Consumer<String> then = given -> {};

    RenamePopup() {
        name.setId("newName");
        name.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        why.setWrapText(true);
        why.getStyleClass().addAll("second", "small");
        VBox box = new VBox(6, name, why);
        box.getStyleClass().addAll("palette", "of-choices");
        box.setPrefWidth(WIDTH);
        popup = new SceneCard(box);
    }

    /** Asks below a place of the screen. */
    void ask(Node owner, Bounds at, String now, Consumer<String> given) {
        then = given;
        why.setText(Wording.of("editor.rename-popup.enter-renames-everywhere"));
        name.setText(now);
        popup.show(owner, at);
        behind = owner;
        name.requestFocus();
        name.selectAll();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            then.accept(name.getText());
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            hide();
        }
    }

    /** Says why a name won't do. */
    void refuse(String reason) {
        why.setText(reason);
    }

    void hide() {
        if (popup.isShowing()) {
            popup.hide();
            behind.requestFocus();
        }
    }
}
