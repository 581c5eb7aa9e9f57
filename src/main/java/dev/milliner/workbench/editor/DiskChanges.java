package dev.milliner.workbench.editor;

import dev.milliner.ground.FileTrouble;
import dev.milliner.workbench.files.OpenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;

/** What becomes of an open file that another program changed: taken where nothing was typed, else asked about. */
final class DiskChanges {
    private final OpenFiles files;

    DiskChanges(OpenFiles files) {
        this.files = files;
    }

    /** Compares an editor with the disk; not on the JavaFX thread. */
    void compare(CodeEditor editor) {
        OpenFile file = editor.file();
        try {
            if (!Files.exists(file.location())) {
                if (files.isGoneByIntent(file)) {
                    return;
                }
                Platform.runLater(() -> editor.showNotice(
                        file.name() + " was deleted on disk. Saving makes it again.", dismiss(editor)));
                return;
            }
            String now = OpenFiles.read(file.location());
            if (!now.equals(file.saved())) {
                Platform.runLater(() -> changed(editor, now));
            }
        } catch (IOException unreadable) {
            files.say(FileTrouble.words(file.path(), "can't be read any more", unreadable) + ".");
        }
    }

    private void changed(CodeEditor editor, String now) {
        if (editor.dirtyProperty().get()) {
            ask(editor);
        } else {
            files.take(editor, now);
        }
    }

    /** Asks which text should stay. */
    void ask(CodeEditor editor) {
        Button mine = new Button("Keep mine");
        mine.setOnAction(event -> files.overwrite(editor));
        Button theirs = new Button("Take the file's");
        theirs.setOnAction(event -> files.onDisk(() -> reread(editor)));
        for (Button button : List.of(mine, theirs)) {
            button.getStyleClass().setAll("button", "plain-button", "small-button");
        }
        editor.showNotice(
                editor.file().name() + " changed on disk while you were editing it. Which text should stay?",
                mine,
                theirs);
    }

    private void reread(CodeEditor editor) {
        try {
            String now = OpenFiles.read(editor.file().location());
            Platform.runLater(() -> files.take(editor, now));
        } catch (IOException unreadable) {
            files.say(FileTrouble.words(editor.file().path(), "can't be read", unreadable) + ".");
        }
    }

    /** A button that takes the notice away. */
    Button dismiss(CodeEditor editor) {
        Button button = new Button("Dismiss");
        button.getStyleClass().setAll("button", "plain-button", "small-button");
        button.setOnAction(event -> editor.hideNotice());
        return button;
    }
}
