package dev.milliner.workbench.build;

import dev.milliner.build.koji.KojiFolder;
import dev.milliner.build.koji.KojiTask;
import dev.milliner.build.koji.TaskTree;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The tasks of a build on a farm, row by row below those that made them. A task that is chosen shows its own logs. */
final class FarmTasks {
    private static final double INDENT = 16;

    private final VBox rows;
    private final VBox logRows = new VBox();
    private final Label none = new Label(Wording.of("build.farm-tasks.hub-told-no"));
    private final FarmTaskRow whole = new FarmTaskRow(0, this::chooseAll);
    private final Map<Long, FarmTaskRow> known = new HashMap<>();
    private final Consumer<Path> showLog;
    private final Later files = new Later(Wording.of("activity.logs-task"));
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
        none.getStyleClass().addAll("second", "stage-row");
    }

    /** Shows another build, whose log of all tasks is on the screen. */
    void begin(Optional<Path> place) {
        folder = place;
        tree = Optional.empty();
        chosen = OptionalLong.empty();
        logs = List.of();
        known.clear();
        files.cancel();
        fill();
    }

    /** Shows the tasks as they are now. */
    void show(Optional<TaskTree> now) {
        tree = now;
        fill();
        refreshLogs();
    }

    /** Has the rows say how long tasks have worked until now, and offers logs that have come since. */
    void tick() {
        fill();
        refreshLogs();
    }

    boolean isSettled() {
        return files.isSettled();
    }

    private void fill() {
        List<Node> all = new ArrayList<>();
        if (tree.isEmpty()) {
            all.add(none);
        } else {
            whole.showAll(chosen.isEmpty());
            all.add(whole);
            ordered(tree.get()).forEach(task -> add(tree.get(), task, all));
        }
        // Rows that stay keep the focus, and the press that began on them.
        if (!rows.getChildren().equals(all)) {
            rows.getChildren().setAll(all);
        }
    }

    private void add(TaskTree now, KojiTask task, List<Node> all) {
        int depth = now.depth(task);
        boolean isChosen = chosen.equals(OptionalLong.of(task.id()));
        FarmTaskRow row = known.computeIfAbsent(task.id(), id -> new FarmTaskRow(depth, () -> choose(id)));
        row.show(task, isChosen);
        all.add(row);
        if (isChosen) {
            logRows.setPadding(new Insets(0, 14, 3, 31 + INDENT * depth));
            all.add(logRows);
        }
    }

    /** Each task right above those that it made. */
    private static List<KojiTask> ordered(TaskTree tree) {
        List<KojiTask> ordered = new ArrayList<>();
        collect(tree, tree.root(), ordered);
        tree.all().stream().filter(task -> !ordered.contains(task)).forEach(ordered::add);
        return ordered;
    }

    private static void collect(TaskTree tree, KojiTask task, List<KojiTask> ordered) {
        if (!ordered.contains(task)) {
            ordered.add(task);
            tree.below().stream()
                    .filter(one -> one.parent().equals(OptionalLong.of(task.id())))
                    .sorted(Comparator.comparingLong(KojiTask::id))
                    .forEach(one -> collect(tree, one, ordered));
        }
    }

    private void chooseAll() {
        chosen = OptionalLong.empty();
        folder.ifPresent(place -> showLog.accept(place.resolve("build.log")));
        fill();
    }

    private void choose(long task) {
        if (!chosen.equals(OptionalLong.of(task))) {
            chosen = OptionalLong.of(task);
            logs = List.of();
            log = null;
            offer();
            fill();
            refreshLogs();
        }
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
        offer();
    }

    private void read(Path file) {
        log = file;
        showLog.accept(file);
        offer();
    }

    /** Offers the logs of the chosen task. */
    private void offer() {
        if (logs.isEmpty()) {
            Label nothing = new Label(Wording.of("build.farm-tasks.no-log-here"));
            nothing.getStyleClass().add("row-note");
            logRows.getChildren().setAll(nothing);
        } else {
            logRows.getChildren().setAll(logs.stream().map(this::link).toList());
        }
    }

    private Node link(Path file) {
        Hyperlink link = new Hyperlink(String.valueOf(file.getFileName()));
        link.getStyleClass().setAll("hyperlink", "task-log", file.equals(log) ? "accent" : "other");
        link.setOnAction(event -> read(file));
        return link;
    }

    /** Ends what it works out. */
    void close() {
        files.close();
    }
}
