package dev.milliner.workbench.editor;

import dev.milliner.workbench.files.OpenFile;
import dev.milliner.workbench.shell.Theme;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** An editor on the screen whose text holds {@code |} where carets stand, and keys for it. */
final class EditorCase {
    private final Stage stage;
    private final FxRobot robot;
    private @Nullable CodeEditor open;

    EditorCase(Stage stage) {
        this.stage = stage;
        robot = new FxRobot();
    }

    /** Tells nobody. */
    static final EditorEvents NOBODY = new EditorEvents() {
        @Override
        public void edited(CodeEditor edited) {}

        @Override
        public void caretMoved(CodeEditor moved) {}
    };

    /** Shows a text. Where it holds two bars, what is between is selected. */
    void show(String name, String marked) {
        open(new OpenFile(name, Path.of("/nowhere", name), marked.replace("|", "")));
        robot.interact(() -> {
            int first = marked.indexOf('|');
            int last = marked.lastIndexOf('|');
            area().selectRange(Math.max(0, first), Math.max(0, last > first ? last - 1 : first));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Shows a file. */
    void open(OpenFile file) {
        robot.interact(() -> {
            close();
            Theme.loadFonts();
            CodeEditor editor = new CodeEditor(file, NOBODY);
            Scene scene = new Scene(new StackPane(editor.node()), 800, 600);
            Theme.darkScheme().apply(scene);
            stage.setScene(scene);
            stage.show();
            open = editor;
            area().requestFocus();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    void close() {
        if (open != null) {
            open.close();
        }
    }

    CodeEditor editor() {
        return Objects.requireNonNull(open);
    }

    EditorArea area() {
        return (EditorArea) EditorText.area(editor());
    }

    /** Presses a key with some of "ctrl", "shift" and "alt" down. */
    void press(KeyCode key, String with) {
        robot.interact(() -> area().fireEvent(pressed(key, with)));
    }

    static KeyEvent pressed(KeyCode key, String with) {
        return new KeyEvent(
                KeyEvent.KEY_PRESSED,
                KeyEvent.CHAR_UNDEFINED,
                "",
                key,
                with.contains("shift"),
                with.contains("ctrl"),
                with.contains("alt"),
                false);
    }

    /** Types a text sign by sign. */
    void type(String text) {
        robot.interact(() -> text.chars().forEach(sign -> area().fireEvent(typed((char) sign))));
    }

    static KeyEvent typed(char sign) {
        return new KeyEvent(
                KeyEvent.KEY_TYPED, String.valueOf(sign), "", KeyCode.UNDEFINED, false, false, false, false);
    }

    void undo() {
        robot.interact(() -> area().undo());
    }

    /** The text with a bar at each caret, and at the other end of what it selects. */
    String shown() {
        StringBuilder text = new StringBuilder(area().getText());
        for (Caret caret : area().carets().all().reversed()) {
            text.insert(caret.end(), '|');
            if (caret.selects()) {
                text.insert(caret.start(), '|');
            }
        }
        return text.toString();
    }
}
