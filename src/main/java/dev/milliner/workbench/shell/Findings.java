package dev.milliner.workbench.shell;

import dev.milliner.distro.Problem;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Words;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorTabs;
import dev.milliner.workbench.editor.Mark;
import dev.milliner.workbench.overlays.OverlayHints;
import dev.milliner.workbench.overlays.OverlayScan;
import dev.milliner.workbench.problems.ProblemsPane;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Tab;

/** Shows what is wrong, with the distro's text and with its overlays, wherever it is to be seen. */
final class Findings {
    private final Workspace workspace;
    private final OverlayScan overlays;
    private final EditorTabs editors;
    private final ProblemsPane pane;
    private final Tab tab;
    private final StatusLine status;

    Findings(
            Workspace workspace,
            OverlayScan overlays,
            EditorTabs editors,
            ProblemsPane pane,
            Tab tab,
            StatusLine status) {
        this.workspace = workspace;
        this.overlays = overlays;
        this.editors = editors;
        this.pane = pane;
        this.tab = tab;
        this.status = status;
    }

    /** Shows the newest state. */
    void show() {
        Snapshot snapshot = workspace.snapshot();
        if (snapshot == null) {
            return;
        }
        List<Problem> all = Stream.concat(snapshot.distro().problems().stream(), overlays.problems().stream())
                .toList();
        pane.show(all);
        tab.setText(all.isEmpty() ? "Problems" : "Problems " + Words.number(all.size()));
        status.show(snapshot, all);
        for (CodeEditor editor : editors.all()) {
            String file = editor.file().path();
            editor.setMarks(all.stream()
                    .filter(problem -> problem.place().file().equals(file))
                    .map(problem -> new Mark(problem.place().range(), problem.severity(), problem.message()))
                    .toList());
            editor.setHints(OverlayHints.of(file, overlays.resultsProperty().get()));
        }
    }
}
