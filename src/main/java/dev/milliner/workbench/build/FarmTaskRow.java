package dev.milliner.workbench.build;

import dev.milliner.build.koji.KojiTask;
import dev.milliner.workbench.words.Wording;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A task, or all tasks, as a row that can be chosen. It is kept while what it says changes, so that no click is lost. */
final class FarmTaskRow extends HBox {
    private static final double INDENT = 16;

    private final Region dot = new Region();
    private final Label name = new Label();
    private final Label where = new Label();
    private final Label note = new Label();
    private final Tooltip tooltip = new Tooltip();

    /**
     * Makes a row.
     *
     * @param chosen told when a person chooses it
     */
    FarmTaskRow(int depth, Runnable chosen) {
        getStyleClass().setAll("stage-row", "task-row");
        Region indent = new Region();
        indent.setMinWidth(INDENT * depth);
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        where.getStyleClass().add("row-note");
        note.getStyleClass().add("row-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(dot, name, where, gap, note);
        if (depth > 0) {
            getChildren().addFirst(indent);
        }
        setFocusTraversable(true);
        setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                chosen.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                chosen.run();
                event.consume();
            }
        });
    }

    void showAll(boolean isChosen) {
        show(
                "hidden",
                Wording.of("build.farm-task-row.all-tasks"),
                "",
                Wording.of("build.farm-task-row.one-log"),
                isChosen);
    }

    void show(KojiTask task, boolean isChosen) {
        show(
                FarmWords.dot(task.state()),
                task.method(),
                task.architecture(),
                FarmWords.progress(task, Instant.now()),
                isChosen);
        tooltip.setText(Wording.of(
                "build.farm-task-row.task", task.title(), task.state().word()));
        Tooltip.install(this, tooltip);
    }

    private void show(String dotClass, String what, String on, String how, boolean isChosen) {
        dot.getStyleClass().setAll("dot", dotClass);
        name.setText(what);
        name.getStyleClass().setAll("label", dotClass.equals("plain") ? "second" : "text");
        where.setText(on);
        note.setText(how);
        getStyleClass().setAll("stage-row", "task-row", isChosen ? "chosen" : "other");
        setAccessibleText(what + " " + on + " " + how);
    }
}
