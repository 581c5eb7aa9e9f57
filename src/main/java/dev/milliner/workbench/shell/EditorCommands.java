package dev.milliner.workbench.shell;

import static dev.milliner.workbench.base.Keys.control;
import static dev.milliner.workbench.base.Keys.controlShift;
import static dev.milliner.workbench.base.Keys.key;

import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.editor.CaretActions;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.OpenFiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/**
 * The commands on what is open in the editor.
 *
 * @param files what is open
 */
record EditorCommands(OpenFiles files) {
    List<Command> all(Runnable filter, Runnable showProblems) {
        return List.of(
                onFile("file.save", "Save", control(KeyCode.S), files::save),
                Command.of("file.saveAll", "Save all", controlShift(KeyCode.S), files::saveAll)
                        .when(this::isAnyOpen),
                Command.of("file.close", "Close the file", control(KeyCode.W), files.tabs()::closeCurrent)
                        .when(this::isAnyOpen),
                onText("find.find", "Find", control(KeyCode.F), editor -> editor.find(false)),
                onText("find.replace", "Find and replace", control(KeyCode.H), editor -> editor.find(true)),
                onText("find.next", "Go to the next match", key(KeyCode.F3), editor -> editor.findAgain(true)),
                onText(
                        "find.previous",
                        "Go to the previous match",
                        key(KeyCode.F3, KeyCombination.SHIFT_DOWN),
                        editor -> editor.findAgain(false)),
                onCaret(
                        "go.definition",
                        "Go to the definition of what stands at the caret",
                        key(KeyCode.F12),
                        CaretActions::goToDefinition),
                onCaret(
                        "go.peek",
                        "Show the definition of what stands at the caret",
                        key(KeyCode.F12, KeyCombination.ALT_DOWN),
                        CaretActions::peekDefinition),
                onCaret(
                        "go.references",
                        "List everywhere that names what stands at the caret",
                        key(KeyCode.F12, KeyCombination.SHIFT_DOWN),
                        CaretActions::findReferences),
                onCaret("go.outline", "Go to a part of this file", controlShift(KeyCode.O), CaretActions::outline),
                onFile(
                        "go.neighbours",
                        "Go to a part beside the caret's own",
                        controlShift(KeyCode.PERIOD),
                        CodeEditor::neighbours),
                Command.of(
                        "go.back",
                        "Go back to where you were",
                        key(KeyCode.LEFT, KeyCombination.ALT_DOWN),
                        () -> files.tabs().back().ifPresent(files::travelTo)),
                Command.of(
                        "go.forward",
                        "Go forward again",
                        key(KeyCode.RIGHT, KeyCombination.ALT_DOWN),
                        () -> files.tabs().forward().ifPresent(files::travelTo)),
                onCaret("edit.explain", "Say what stands at the caret", control(KeyCode.I), CaretActions::explain),
                onCaret("edit.fix", "Put right what stands at the caret", control(KeyCode.PERIOD), CaretActions::fix),
                onCaret(
                        "edit.rename",
                        "Rename what stands at the caret, everywhere",
                        key(KeyCode.F2),
                        CaretActions::rename),
                onFile(
                        "fold.fold",
                        "Fold the lines around the caret",
                        controlShift(KeyCode.OPEN_BRACKET),
                        CodeEditor::fold),
                onFile("fold.unfold", "Unfold at the caret", controlShift(KeyCode.CLOSE_BRACKET), CodeEditor::unfold),
                withoutKey("fold.all", "Fold all", CodeEditor::foldAll),
                withoutKey("fold.none", "Unfold all", CodeEditor::unfoldAll),
                withoutKey("git.revert", "Revert the change at the caret", CodeEditor::revertToCommit),
                withoutKey("git.origin", "Show who changed this line", CodeEditor::tellOrigin),
                Command.of("go.filter", "Filter the explorer", control(KeyCode.E), filter),
                Command.of("go.problems", "Show the problems", controlShift(KeyCode.M), showProblems));
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
