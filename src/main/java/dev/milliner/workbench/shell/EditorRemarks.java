package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.Mark;
import dev.milliner.workbench.overlays.OverlayHints;
import dev.milliner.workbench.overlays.OverlayScan;
import java.util.List;

/** Shows in editors what is wrong with their files, and what their overlays do. */
final class EditorRemarks {
    private EditorRemarks() {}

    static void show(Snapshot snapshot, OverlayScan scan, List<CodeEditor> editors) {
        for (CodeEditor editor : editors) {
            String file = editor.file().path();
            editor.setMarks(snapshot.problemsByFile().getOrDefault(file, List.of()).stream()
                    .map(problem -> new Mark(problem.place().range(), problem.severity(), problem.message()))
                    .toList());
            editor.setHints(OverlayHints.of(file, scan.resultsProperty().get(), snapshot.distro()));
        }
    }
}
