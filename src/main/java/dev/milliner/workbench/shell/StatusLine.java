package dev.milliner.workbench.shell;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.base.Shortened;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Words;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.review.Reviewed;
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
        host.setText("Host CPU: " + hostLevel);
        problems.setOnAction(event -> showProblems.run());
        problems.setTooltip(new Tooltip("Show the problems"));
        review.setTooltip(new Tooltip("What the files as they are change in effect"));
        show((Reviewed) null);
        files.setText("Resolving…");
        resolved.setTooltip(exactly);
        Shortened.atEnd(message);
        noEditor();
    }

    /** Has a listener told when what runs is asked for. */
    void onActivity(Runnable show) {
        activity.setOnAction(event -> show.run());
        activity.setTooltip(new Tooltip("Show what runs, and what was said"));
    }

    HBox node() {
        return root;
    }

    void show(Snapshot snapshot) {
        List<Problem> found = snapshot.problems();
        var distro = snapshot.distro();
        files.setText("✓ " + Words.count(distro.files().size(), "file") + " · "
                + Words.count(distro.components().size(), "component"));
        boolean errors = found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        long serious = found.stream()
                .filter(problem -> problem.severity() != Severity.NOTE)
                .count();
        String notes = found.isEmpty() ? "No problems" : "No problems · " + Words.count(found.size(), "note");
        problems.setText(serious == 0 ? notes : "⚠ " + Words.count(serious, "problem"));
        String colour = serious == 0 ? "" : errors ? "error" : "warning";
        if (!colour.equals(severity)) {
            problems.getStyleClass().removeAll("warning", "error");
            problems.getStyleClass().addAll(colour.isEmpty() ? List.of() : List.of(colour));
            severity = colour;
        }
        resolved.setText("Resolved in " + Words.duration(snapshot.took()));
        exactly.setText(snapshot.took().toNanos() / 1_000_000.0 + " ms");
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
        caret.setText("Ln " + editor.line() + ", Col " + editor.column());
        encoding.setText("UTF-8 " + editor.file().mirror().lineEndingsLabel());
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
