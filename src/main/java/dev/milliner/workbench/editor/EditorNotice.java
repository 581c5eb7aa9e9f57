package dev.milliner.workbench.editor;

import dev.milliner.workbench.words.Wording;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A question or a warning above the text; hidden while there is none. */
final class EditorNotice extends HBox {
    private static final double BUTTON_GAP = 6;

    private final Label text = new Label();
    private final FontIcon sign = new FontIcon();
    private final HBox buttons = new HBox(BUTTON_GAP);

    EditorNotice() {
        getStyleClass().add("notice");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(sign, text, buttons);
        hide();
    }

    /** Says something until it was read. */
    void tell(String sentence) {
        Button read = new Button(Wording.of("editor.notice.close"));
        read.getStyleClass().setAll("button", "plain-button", "small-button");
        read.setOnAction(event -> hide());
        show(sentence, read);
        sign.setIconLiteral("mdi2i-information-outline");
        sign.getStyleClass().remove("warning");
    }

    void show(String sentence, Button... actions) {
        sign.setIconLiteral("mdi2a-alert");
        sign.getStyleClass().setAll("ikonli-font-icon", "warning");
        text.setText(sentence);
        buttons.getChildren().setAll(List.of(actions));
        setShown(true);
    }

    void hide() {
        setShown(false);
    }

    private void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
