package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.history.BuildState;
import dev.milliner.build.history.FarmTask;
import dev.milliner.build.koji.KojiFolder;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What the page of builds shows of a build on a farm beside its log and result: how the hub is, and the tasks. */
final class FarmPane {
    private final FarmActions actions;
    private final Consumer<Path> showLog;
    private final FarmTasks tasks;
    private final Later reading = new Later(Wording.of("activity.tasks-build"));
    private final Region dot = new Region();
    private final Label note = new Label();
    private final Label how = new Label();
    private final Button button = new Button();
    private final HBox strip = new HBox();
    private final Rest clock = new Rest(Duration.ofSeconds(1), this::tick);
    private Subscription shown = Subscription.EMPTY;
    private Optional<FarmSession> session = Optional.empty();
    private Optional<Path> folder = Optional.empty();

    /**
     * Makes the pane, empty.
     *
     * @param rows the box for the tasks
     * @param showLog shows a log's file
     */
    FarmPane(FarmActions actions, VBox rows, Consumer<Path> showLog) {
        this.actions = actions;
        this.showLog = showLog;
        tasks = new FarmTasks(rows, showLog);
        how.getStyleClass().add("second");
        button.getStyleClass().setAll("button", "plain-button", "small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        note.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(how, Priority.ALWAYS);
        how.setMaxWidth(Double.MAX_VALUE);
        strip.setId("farmStrip");
        how.setId("farmState");
        button.setId("farmButton");
        strip.getStyleClass().add("farm-strip");
        strip.getChildren().setAll(dot, note, how, button);
        hide();
    }

    /** The bar above the log. */
    HBox node() {
        return strip;
    }

    /** Leaves the screen to a build that no farm makes. */
    void hide() {
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        session = Optional.empty();
        folder = Optional.empty();
        reading.cancel();
        clock.end();
        strip.setVisible(false);
        strip.setManaged(false);
    }

    private void open() {
        strip.setVisible(true);
        strip.setManaged(true);
    }

    /** Shows a build that is being watched. */
    void show(FarmSession one) {
        hide();
        open();
        session = Optional.of(one);
        tasks.begin(Optional.empty());
        button.setText(Wording.of("build.farm-pane.stop"));
        button.setOnAction(event -> actions.stop(one));
        shown = one.stateProperty().subscribe(state -> show(one, state));
        clock.begin();
    }

    private void show(FarmSession one, FarmState state) {
        if (!folder.equals(state.folder())) {
            folder = state.folder();
            tasks.begin(folder);
            folder.ifPresent(place -> showLog.accept(place.resolve("build.log")));
        }
        note.setText(one.task().note());
        tasks.show(state.tree());
        button.setVisible(!state.isOver());
        if (state.isOver()) {
            clock.end();
        }
        say(state);
    }

    private void say(FarmState state) {
        String text = state.silence()
                .map(silence -> FarmWords.of(silence, Instant.now()))
                .or(state::failure)
                .orElseGet(() -> doing(state));
        how.setText(text);
        boolean bad = state.failure().isPresent();
        how.getStyleClass().setAll("label", bad ? "error" : "second");
        how.setWrapText(bad);
        dot.getStyleClass().setAll("dot", bad ? "error" : state.silence().isPresent() ? "warning" : "accent");
    }

    private static String doing(FarmState state) {
        return state.tree()
                .map(tree -> Wording.of(
                        "build.farm-pane.task-hub", tree.root().state().word()))
                .orElse(state.doing());
    }

    private void tick() {
        session.ifPresent(one -> {
            say(one.state());
            tasks.tick();
            if (!one.state().isOver()) {
                clock.begin();
            }
        });
    }

    /** Shows one that nobody watches here. */
    void show(BuildRecord record, FarmTask task) {
        hide();
        open();
        note.setText(task.note());
        boolean goesOn = record.state() == BuildState.ON_FARM || record.state() == BuildState.RUNNING;
        how.getStyleClass().setAll("label", "second");
        how.setText(goesOn ? Wording.of("build.farm-pane.nobody-watches-here") : BuildCell.words(record.state()));
        dot.getStyleClass().setAll("dot", BuildCell.style(record.state()));
        button.setVisible(goesOn);
        button.setText(Wording.of("build.farm-pane.watch"));
        button.setOnAction(event -> actions.watch(record));
        tasks.begin(Optional.of(record.folder()));
        reading.ask(() -> new KojiFolder(record.folder()).tree(), tasks::show);
    }

    boolean isSettled() {
        return reading.isSettled() && tasks.isSettled();
    }

    /** Ends what it works out. */
    void close() {
        reading.close();
        tasks.close();
    }
}
