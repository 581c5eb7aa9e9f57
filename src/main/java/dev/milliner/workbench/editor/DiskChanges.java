package dev.milliner.workbench.editor;

import dev.milliner.ground.FileTrouble;
import dev.milliner.workbench.files.OpenFile;
import dev.milliner.workbench.words.Wording;
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
                        Wording.of("editor.disk-changes.deleted-disk-saving", file.name()), dismiss(editor)));
                return;
            }
            String now = OpenFiles.read(file.location());
            if (!now.equals(file.saved())) {
                Platform.runLater(() -> changed(editor, now));
            }
        } catch (IOException unreadable) {
            files.say(
                    FileTrouble.words(file.path(), Wording.of("editor.disk-changes.cant-read-any"), unreadable) + ".");
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
        Button mine = new Button(Wording.of("editor.disk-changes.keep-mine"));
        mine.setOnAction(event -> files.overwrite(editor));
        Button theirs = new Button(Wording.of("editor.disk-changes.take-files"));
        theirs.setOnAction(event -> files.onDisk(() -> reread(editor)));
        for (Button button : List.of(mine, theirs)) {
            button.getStyleClass().setAll("button", "plain-button", "small-button");
        }
        editor.showNotice(
                Wording.of(
                        "editor.disk-changes.changed-disk-while", editor.file().name()),
                mine,
                theirs);
    }

    private void reread(CodeEditor editor) {
        try {
            String now = OpenFiles.read(editor.file().location());
            Platform.runLater(() -> files.take(editor, now));
        } catch (IOException unreadable) {
            files.say(FileTrouble.words(editor.file().path(), Wording.of("editor.disk-changes.cant-read"), unreadable)
                    + ".");
        }
    }

    /** A button that takes the notice away. */
    Button dismiss(CodeEditor editor) {
        Button button = new Button(Wording.of("editor.disk-changes.dismiss"));
        button.getStyleClass().setAll("button", "plain-button", "small-button");
        button.setOnAction(event -> editor.hideNotice());
        return button;
    }
}
