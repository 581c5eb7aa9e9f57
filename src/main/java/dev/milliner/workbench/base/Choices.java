package dev.milliner.workbench.base;

import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Questions that the workbench asks in dialogs; behind an interface, as a machine without a desktop has none. */
public interface Choices {
    /** What to do with a file that was edited. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** What becomes of a task on a farm. */
    enum Task {
        LEAVE,
        CANCEL,
        GO_ON
    }

    /** Asks what becomes of a task on a farm that is being watched. */
    Task task(String title, String text);

    /** Asks for a folder to put something into; the title says what. */
    Optional<Path> targetFolder(String title);

    /** Asks what to do with unsaved text before it would be lost. */
    Unsaved unsaved(String file);

    /** Asks whether to go on; the text says what would happen. */
    boolean confirm(String title, String text, String action);

    /** Asks for a folder. */
    Optional<Path> folder(Path start);

    /** Asks where to save a file. */
    Optional<Path> saveFile(String suggestedName);

    /** Asks for a file that is there. */
    Optional<Path> openFile(String title);

    /** The dialogs of the desktop. */
    static Choices dialogs(Window owner) {
        return new Dialogs(owner);
    }

    /** Real dialogs. */
    final class Dialogs implements Choices {
        private final Window owner;

        Dialogs(Window owner) {
            this.owner = owner;
        }

        @Override
        public Unsaved unsaved(String file) {
            ButtonType save = new ButtonType(Wording.of("base.choices.save"));
            ButtonType discard = new ButtonType(Wording.of("base.choices.discard-changes"));
            ButtonType answer = ask(
                    Wording.of("base.choices.unsaved-changes"),
                    Wording.of("base.choices.changed-not-saved", file),
                    save,
                    discard);
            return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
        }

        @Override
        public boolean confirm(String title, String text, String action) {
            ButtonType go = new ButtonType(action);
            return ask(title, text, go) == go;
        }

        @Override
        public Task task(String title, String text) {
            ButtonType leave = new ButtonType(Wording.of("base.choices.leave-farm"));
            ButtonType cancel = new ButtonType(Wording.of("base.choices.cancel-task"));
            ButtonType goOn = new ButtonType(Wording.of("base.choices.go-watching"), ButtonBar.ButtonData.CANCEL_CLOSE);
            ButtonType answer = askOf(title, text, leave, cancel, goOn);
            return answer == leave ? Task.LEAVE : answer == cancel ? Task.CANCEL : Task.GO_ON;
        }

        @Override
        public Optional<Path> targetFolder(String title) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(title);
            return Optional.ofNullable(chooser.showDialog(owner)).map(java.io.File::toPath);
        }

        private ButtonType ask(String title, String text, ButtonType... answers) {
            List<ButtonType> all = new ArrayList<>(List.of(answers));
            all.add(ButtonType.CANCEL);
            return askOf(title, text, all.toArray(ButtonType[]::new));
        }

        private ButtonType askOf(String title, String text, ButtonType... answers) {
            Alert alert = new Alert(Alert.AlertType.NONE, text, answers);
            alert.initOwner(owner);
            alert.setTitle(title);
            alert.setHeaderText(null);
            alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
            alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
            return alert.showAndWait().orElse(ButtonType.CANCEL);
        }

        @Override
        public Optional<Path> saveFile(String suggestedName) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(Wording.of("base.choices.save"));
            chooser.setInitialFileName(suggestedName);
            return Optional.ofNullable(chooser.showSaveDialog(owner)).map(java.io.File::toPath);
        }

        @Override
        public Optional<Path> openFile(String title) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            return Optional.ofNullable(chooser.showOpenDialog(owner)).map(java.io.File::toPath);
        }

        @Override
        public Optional<Path> folder(Path start) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(Wording.of("base.choices.open-distro-folder"));
            chooser.setInitialDirectory(start.toFile());
            return Optional.ofNullable(chooser.showDialog(owner)).map(java.io.File::toPath);
        }
    }
}
