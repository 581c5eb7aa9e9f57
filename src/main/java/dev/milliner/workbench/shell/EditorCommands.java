package dev.milliner.workbench.shell;

import static dev.milliner.workbench.base.Keys.control;
import static dev.milliner.workbench.base.Keys.controlShift;
import static dev.milliner.workbench.base.Keys.key;

import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.editor.CaretActions;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.OpenFiles;
import dev.milliner.workbench.settings.AllSettings;
import dev.milliner.workbench.settings.SettingsStore;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/**
 * The commands on what is open in the editor.
 *
 * @param files what is open
 * @param settings what the user has chosen
 */
record EditorCommands(OpenFiles files, SettingsStore settings) {
    List<Command> all(Runnable filter, Runnable showProblems) {
        return List.of(
                onFile("file.save", Wording.of("command.file.save"), control(KeyCode.S), files::save),
                Command.of("file.saveAll", Wording.of("command.file.save-all"), controlShift(KeyCode.S), files::saveAll)
                        .when(this::isAnyOpen),
                Command.of(
                                "file.close",
                                Wording.of("command.file.close"),
                                control(KeyCode.W),
                                files.tabs()::closeCurrent)
                        .when(this::isAnyOpen),
                onText("find.find", Wording.of("command.find.find"), control(KeyCode.F), editor -> editor.find(false)),
                onText(
                        "find.replace",
                        Wording.of("command.find.replace"),
                        control(KeyCode.H),
                        editor -> editor.find(true)),
                onText("find.next", Wording.of("command.find.next"), key(KeyCode.F3), editor -> editor.findAgain(true)),
                onText(
                        "find.previous",
                        Wording.of("command.find.previous"),
                        key(KeyCode.F3, KeyCombination.SHIFT_DOWN),
                        editor -> editor.findAgain(false)),
                onCaret(
                        "go.definition",
                        Wording.of("command.go.definition"),
                        key(KeyCode.F12),
                        CaretActions::goToDefinition),
                onCaret(
                        "go.peek",
                        Wording.of("command.go.peek"),
                        key(KeyCode.F12, KeyCombination.ALT_DOWN),
                        CaretActions::peekDefinition),
                onCaret(
                        "go.references",
                        Wording.of("command.go.references"),
                        key(KeyCode.F12, KeyCombination.SHIFT_DOWN),
                        CaretActions::findReferences),
                onCaret("go.outline", Wording.of("command.go.outline"), controlShift(KeyCode.O), CaretActions::outline),
                onFile(
                        "go.neighbours",
                        Wording.of("command.go.neighbours"),
                        controlShift(KeyCode.PERIOD),
                        CodeEditor::neighbours),
                Command.of(
                        "go.back",
                        Wording.of("command.go.back"),
                        key(KeyCode.LEFT, KeyCombination.ALT_DOWN),
                        () -> files.tabs().back().ifPresent(files::travelTo)),
                Command.of(
                        "go.forward",
                        Wording.of("command.go.forward"),
                        key(KeyCode.RIGHT, KeyCombination.ALT_DOWN),
                        () -> files.tabs().forward().ifPresent(files::travelTo)),
                onCaret("edit.explain", Wording.of("command.edit.explain"), control(KeyCode.I), CaretActions::explain),
                onCaret("edit.fix", Wording.of("command.edit.fix"), control(KeyCode.PERIOD), CaretActions::fix),
                onCaret("edit.rename", Wording.of("command.edit.rename"), key(KeyCode.F2), CaretActions::rename),
                onFile(
                        "fold.fold",
                        Wording.of("command.fold.fold"),
                        controlShift(KeyCode.OPEN_BRACKET),
                        CodeEditor::fold),
                onFile(
                        "fold.unfold",
                        Wording.of("command.fold.unfold"),
                        controlShift(KeyCode.CLOSE_BRACKET),
                        CodeEditor::unfold),
                withoutKey("fold.all", Wording.of("command.fold.all"), CodeEditor::foldAll),
                withoutKey("fold.none", Wording.of("command.fold.none"), CodeEditor::unfoldAll),
                Command.of(
                        "view.wrap",
                        Wording.of("command.view.wrap"),
                        key(KeyCode.Z, KeyCombination.ALT_DOWN),
                        () -> settings.turn(AllSettings.WRAP)),
                withoutKey("git.revert", Wording.of("command.git.revert"), CodeEditor::revertToCommit),
                withoutKey("git.origin", Wording.of("command.git.origin"), CodeEditor::tellOrigin),
                Command.of("go.filter", Wording.of("command.go.filter"), control(KeyCode.E), filter),
                Command.of("go.problems", Wording.of("command.go.problems"), controlShift(KeyCode.M), showProblems));
    }

    private boolean isAnyOpen() {
        return files.tabs().current().isPresent();
    }

    /** On the text that is in hand, be it a file or not. */
    private Command onText(String id, String words, KeyCombination key, Consumer<CodeEditor> action) {
        return Command.of(id, words, key, () -> files.tabs().inHand().ifPresent(action))
                .when(() -> files.tabs().inHand().isPresent());
    }

    private Command onCaret(String id, String words, KeyCombination key, Consumer<CaretActions> action) {
        return onFile(id, words, key, editor -> action.accept(editor.actions()));
    }

    private Command withoutKey(String id, String words, Consumer<CodeEditor> action) {
        return new Command(id, words, Optional.empty(), this::isAnyOpen, () -> files.tabs()
                .current()
                .ifPresent(action));
    }

    private Command onFile(String id, String words, KeyCombination key, Consumer<CodeEditor> action) {
        return Command.of(id, words, key, () -> files.tabs().current().ifPresent(action))
                .when(this::isAnyOpen);
    }
}
