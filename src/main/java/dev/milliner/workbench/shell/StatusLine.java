package dev.milliner.workbench.shell;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.base.Shortened;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.review.Reviewed;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The line at the bottom of the window. */
final class StatusLine {
    @FXML
    private HBox root;

    @FXML
    private Label files;

    @FXML
    private Hyperlink problems;

    @FXML
    private Hyperlink review;

    @FXML
    private Label resolved;

    @FXML
    private Label message;

    @FXML
    private Label caret;

    @FXML
    private Label encoding;

    @FXML
    private Label language;

    @FXML
    private Hyperlink activity;

    @FXML
    private Label host;

    private String severity = "";
    private final Tooltip exactly = new Tooltip();

    /** What was said is about what was just done; nobody reads it for longer. */
    private final Rest fading = new Rest(Duration.ofSeconds(20), this::somethingElseIsDone);

    /** Makes it; the listener shows the problems when their number is clicked. */
    StatusLine(String hostLevel, Runnable showProblems) {
        Fxml.load("status.fxml", this);
        host.setText(Wording.of("shell.status-line.host-cpu", hostLevel));
        problems.setOnAction(event -> showProblems.run());
        problems.setTooltip(new Tooltip(Wording.of("shell.status-line.problems.tooltip")));
        review.setTooltip(new Tooltip(Wording.of("shell.status-line.review.tooltip")));
        show((Reviewed) null);
        files.setText(Wording.of("shell.status-line.resolving"));
        resolved.setTooltip(exactly);
        Shortened.atEnd(message);
        noEditor();
    }

    /** Has a listener told when what runs is asked for. */
    void onActivity(Runnable show) {
        activity.setOnAction(event -> show.run());
        activity.setTooltip(new Tooltip(Wording.of("shell.status-line.activity.tooltip")));
    }

    HBox node() {
        return root;
    }

    void show(Snapshot snapshot) {
        List<Problem> found = snapshot.problems();
        var distro = snapshot.distro();
        files.setText("✓ " + Wording.counted("count.file", distro.files().size()) + " · "
                + Wording.counted("count.component", distro.components().size()));
        boolean errors = found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        long serious = found.stream()
                .filter(problem -> problem.severity() != Severity.NOTE)
                .count();
        String notes = found.isEmpty()
                ? Wording.of("shell.status-line.no-problems")
                : Wording.counted("shell.status-line.no-problems-notes", found.size());
        problems.setText(serious == 0 ? notes : "⚠ " + Wording.counted("count.problem", serious));
        String colour = serious == 0 ? "" : errors ? "error" : "warning";
        if (!colour.equals(severity)) {
            problems.getStyleClass().removeAll("warning", "error");
            problems.getStyleClass().addAll(colour.isEmpty() ? List.of() : List.of(colour));
            severity = colour;
        }
        resolved.setText(Wording.of("shell.status-line.resolved", Words.duration(snapshot.took())));
        exactly.setText(Wording.of("shell.status-line.ms", snapshot.took().toNanos() / 1_000_000.0));
    }

    /** Shows what the files as they are change from now on; the listener shows all of it when that is clicked. */
    void watch(ReadOnlyObjectProperty<@Nullable Reviewed> reviewed, Runnable showReview) {
        review.setOnAction(event -> showReview.run());
        reviewed.subscribe(this::show);
    }

    private void show(@Nullable Reviewed reviewed) {
        String text = reviewed instanceof Reviewed.Told told ? told.review().summary() : "";
        review.setText(text);
        review.setVisible(!text.isEmpty());
        review.setManaged(!text.isEmpty());
    }

    void show(CodeEditor editor) {
        caret.setText(Wording.of("shell.status-line.ln-col", editor.line(), editor.column()));
        encoding.setText(
                Wording.of("shell.status-line.utf-8", editor.file().mirror().lineEndingsLabel()));
        language.setText(editor.language().label());
    }

    void noEditor() {
        caret.setText("");
        encoding.setText("");
        language.setText("");
    }

    /** Where no editor is seen, nothing is said of one. */
    void setEditorSeen(boolean seen) {
        List.of(caret, encoding, language).forEach(label -> label.setVisible(seen));
    }

    void say(String sentence) {
        message.setText(sentence);
        fading.begin();
    }

    /** Takes a message away that is about what was done before. */
    void somethingElseIsDone() {
        message.setText("");
    }

    /** Ends what runs for it. */
    void close() {
        fading.end();
    }
}
