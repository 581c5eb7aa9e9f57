package dev.milliner.workbench.shell;

import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.base.PageHost;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorTabs;
import dev.milliner.workbench.words.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/**
 * Goes from problem to problem through all files, by file and line, from the caret on.
 *
 * @param workspace has the problems
 * @param editors have the caret
 * @param host goes there, and says what the problem is
 */
record ProblemSteps(Workspace workspace, EditorTabs editors, PageHost host) {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::file)
            .thenComparingInt(place -> place.range().line())
            .thenComparingInt(place -> place.range().column());

    List<Command> all() {
        return List.of(
                Command.of(
                        "go.nextProblem", Wording.of("command.go.next-problem"), Keys.key(KeyCode.F8), () -> go(true)),
                Command.of(
                        "go.previousProblem",
                        Wording.of("command.go.previous-problem"),
                        Keys.key(KeyCode.F8, KeyCombination.SHIFT_DOWN),
                        () -> go(false)));
    }

    private void go(boolean forward) {
        workspace.whenSettled(snapshot -> {
            List<Problem> problems = snapshot.problems().stream()
                    .sorted(Comparator.comparing(Problem::place, ORDER))
                    .toList();
            step(forward ? problems : problems.reversed(), forward)
                    .ifPresentOrElse(this::show, () -> host.say(Wording.of("shell.problem-steps.no-problem")));
        });
    }

    private Optional<Problem> step(List<Problem> ordered, boolean forward) {
        Optional<Place> caret = editors.current().map(ProblemSteps::caret);
        return ordered.stream()
                .filter(problem -> caret.filter(at -> {
                            int order = ORDER.compare(problem.place(), at);
                            return forward ? order > 0 : order < 0;
                        })
                        .isPresent())
                .findFirst()
                .or(() -> ordered.stream().findFirst());
    }

    private static Place caret(CodeEditor editor) {
        var at = new TextRange(editor.line(), editor.column(), editor.line(), editor.column());
        return new Place(editor.file().path(), at);
    }

    private void show(Problem problem) {
        host.goTo(problem.place());
        host.say(problem.message());
    }
}
