package dev.milliner.workbench;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.workbench.editor.CodeEditor;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/**
 * The line at the bottom of the window.
 *
 * @param files how much there is
 * @param problems how much is wrong
 * @param resolved how long resolving took
 * @param message the last thing the workbench had to say
 * @param caret where the caret is
 * @param encoding how the file is written
 * @param language what the file is
 */
record StatusLine(
        Label files, Hyperlink problems, Label resolved, Label message, Label caret, Label encoding, Label language) {

    void show(Snapshot snapshot, List<Problem> found) {
        var distro = snapshot.distro();
        files.setText("✓ " + Words.count(distro.files().size(), "file") + " · "
                + Words.count(distro.components().size(), "component"));
        boolean errors = found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        long serious = found.stream()
                .filter(problem -> problem.severity() != Severity.NOTE)
                .count();
        String notes = found.isEmpty() ? "no problems" : "no problems · " + Words.count(found.size(), "note");
        problems.setText(serious == 0 ? notes : "⚠ " + Words.count(serious, "problem"));
        problems.getStyleClass().removeAll("warning", "error");
        if (serious > 0) {
            problems.getStyleClass().add(errors ? "error" : "warning");
        }
        resolved.setText("resolved in " + Words.duration(snapshot.took()));
        resolved.setTooltip(new Tooltip(snapshot.took().toNanos() / 1_000_000.0 + " ms"));
    }

    void show(CodeEditor editor) {
        caret.setText("Ln " + editor.line() + ", Col " + editor.column());
        encoding.setText("UTF-8 " + editor.file().mirror().lineEndingsLabel());
        language.setText(editor.language().label());
    }

    void noEditor() {
        caret.setText("");
        encoding.setText("");
        language.setText("");
    }

    void say(String sentence) {
        message.setText(sentence);
        message.setTooltip(sentence.isEmpty() ? null : new Tooltip(sentence));
    }
}
