package dev.milliner.workbench.build;

import dev.milliner.build.koji.KojiFolder;
import dev.milliner.build.koji.KojiTask;
import dev.milliner.build.koji.TaskTree;
import dev.milliner.workbench.Later;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The tasks of a build on a farm, row by row below those that made them. A task that is chosen shows its own logs. */
final class FarmTasks {
    private static final double INDENT = 16;

    private final VBox rows;
    private final Consumer<Path> showLog;
    private final Later files = new Later("logs of a task");
    private Optional<Path> folder = Optional.empty();
    private Optional<TaskTree> tree = Optional.empty();
    private OptionalLong chosen = OptionalLong.empty();
    private List<Path> logs = List.of();
    private @Nullable Path log;

    /**
     * Makes rows.
     *
     * @param rows the box to fill
     * @param showLog shows a log's file
     */
    FarmTasks(VBox rows, Consumer<Path> showLog) {
        this.rows = rows;
        this.showLog = showLog;
    }

    /** Shows another build, whose log of all tasks is on the screen. */
    void begin(Optional<Path> place) {
        folder = place;
        tree = Optional.empty();
        chosen = OptionalLong.empty();
        logs = List.of();
        files.cancel();
        fill();
    }

    /** Shows the tasks as they are now. */
    void show(Optional<TaskTree> now) {
        tree = now;
        fill();
        refreshLogs();
    }

    /** Has the rows say how long tasks have worked until now. */
    void tick() {
        fill();
    }

    boolean isSettled() {
        return files.isSettled();
    }

    private void fill() {
        List<Node> all = new ArrayList<>();
        if (tree.isEmpty()) {
            Label none = new Label("The hub has told of no task yet.");
            none.getStyleClass().addAll("second", "task-row");
            rows.getChildren().setAll(none);
            return;
        }
        TaskTree now = tree.get();
        all.add(whole());
        ordered(now).forEach(task -> {
            all.add(row(now, task));
            if (chosen.equals(OptionalLong.of(task.id()))) {
                logs.forEach(file -> all.add(link(file, now.depth(task))));
                if (logs.isEmpty()) {
                    all.add(noLogs(task, now.depth(task)));
                }
            }
        });
        rows.getChildren().setAll(all);
    }

    /** Each task right above those that it made. */
    private static List<KojiTask> ordered(TaskTree tree) {
        List<KojiTask> ordered = new ArrayList<>();
        add(tree, tree.root(), ordered);
        tree.all().stream().filter(task -> !ordered.contains(task)).forEach(ordered::add);
        return ordered;
    }

    private static void add(TaskTree tree, KojiTask task, List<KojiTask> ordered) {
        if (!ordered.contains(task)) {
            ordered.add(task);
            tree.below().stream()
                    .filter(one -> one.parent().equals(OptionalLong.of(task.id())))
                    .sorted(Comparator.comparingLong(KojiTask::id))
                    .forEach(one -> add(tree, one, ordered));
        }
    }

    private Node whole() {
        HBox row = Rows.state("hidden", "All tasks", "one log");
        dress(row, chosen.isEmpty(), () -> {
            chosen = OptionalLong.empty();
            folder.ifPresent(place -> showLog.accept(place.resolve("build.log")));
            fill();
        });
        return row;
    }

    private Node row(TaskTree now, KojiTask task) {
        String arch = task.architecture();
        HBox row = Rows.state(FarmWords.dot(task.state()), task.method(), FarmWords.progress(task, Instant.now()));
        Label where = new Label(arch);
        where.getStyleClass().add("row-note");
        row.getChildren().add(2, where);
        row.setPadding(new Insets(5, 14, 5, 14 + INDENT * now.depth(task)));
        Tooltip.install(
                row, new Tooltip("Task " + task.title() + ": " + task.state().word()));
        dress(row, chosen.equals(OptionalLong.of(task.id())), () -> choose(task));
        return row;
    }

    private static void dress(HBox row, boolean isChosen, Runnable choose) {
        row.getStyleClass().add("task-row");
        if (isChosen) {
            row.getStyleClass().add("chosen");
        }
        row.setFocusTraversable(true);
        row.setOnMouseClicked(event -> choose.run());
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                choose.run();
                event.consume();
            }
        });
    }

    private void choose(KojiTask task) {
        chosen = OptionalLong.of(task.id());
        logs = List.of();
        log = null;
        fill();
        refreshLogs();
    }

    /** More logs may have come of the chosen task. */
    private void refreshLogs() {
        if (folder.isPresent() && chosen.isPresent()) {
            Path place = folder.get();
            long task = chosen.getAsLong();
            files.ask(() -> new KojiFolder(place).logs(task), this::found);
        }
    }

    private void found(List<Path> now) {
        if (now.equals(logs)) {
            return;
        }
        logs = now;
        if (!now.isEmpty() && (log == null || !now.contains(log))) {
            read(now.getFirst());
        }
        fill();
    }

    private void read(Path file) {
        log = file;
        showLog.accept(file);
    }

    private Node link(Path file, int depth) {
        Hyperlink link = new Hyperlink(String.valueOf(file.getFileName()));
        link.getStyleClass().setAll("hyperlink", "task-log");
        if (file.equals(log)) {
            link.getStyleClass().add("accent");
        }
        link.setOnAction(event -> {
            read(file);
            fill();
        });
        HBox row = new HBox(link);
        row.setPadding(new Insets(1, 14, 1, 31 + INDENT * depth));
        return row;
    }

    private static Node noLogs(KojiTask task, int depth) {
        Label none = new Label(task.isOver() ? "It wrote no log." : "No log of it is here yet.");
        none.getStyleClass().add("row-note");
        HBox row = new HBox(none);
        row.setPadding(new Insets(1, 14, 1, 31 + INDENT * depth));
        return row;
    }
}
