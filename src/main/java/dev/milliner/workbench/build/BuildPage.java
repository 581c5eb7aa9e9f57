package dev.milliner.workbench.build;

import dev.milliner.build.explain.Explanation;
import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.history.BuildState;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.Outcome;
import dev.milliner.rpm.Level;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The page of builds: what waits, runs and was built, and of one build its log, result, stages and comparison. */
final class BuildPage {
    @FXML
    private SplitPane root;

    @FXML
    private ListView<BuildEntry> builds;

    @FXML
    private Label noBuilds;

    @FXML
    private ToggleButton pauseButton;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab logTab;

    @FXML
    private Tab resultTab;

    @FXML
    private VBox resultRows;

    @FXML
    private Tab comparedTab;

    @FXML
    private MenuButton otherButton;

    @FXML
    private VBox comparedRows;

    @FXML
    private Tab consoleTab;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label stagesHeading;

    @FXML
    private VBox stageRows;

    @FXML
    private VBox farmHolder;

    @FXML
    private Label hostHeading;

    @FXML
    private VBox hostRows;

    private final PastBuilds store;
    private final FarmActions actions;
    private final FarmPane farm;
    private final ComparedPane comparison;
    private final LogView log;
    private final VBox cause = new VBox();
    private final ConsolePane console = new ConsolePane();
    private final Later sweep = new Later(Wording.of("activity.dead-builds"));
    private final Later history = new Later(Wording.of("activity.build-history"));
    private final Later details = new Later(Wording.of("activity.build-details"));
    private final SequencedSet<Path> logs = new LinkedHashSet<>();
    private final List<BuildSession> sessions = new ArrayList<>();
    private final List<FarmSession> farms = new ArrayList<>();
    private List<BuildRequest> waiting = List.of();
    private List<BuildRecord> past = List.of();
    private Map<Stage, Duration> estimate = Map.of();
    private Subscription shown = Subscription.EMPTY;
    private boolean filling;
    private boolean inFront;

    BuildPage(Choices choices, BuildStore store, FarmActions actions) {
        this.store = new PastBuilds(store);
        this.actions = actions;
        log = new LogView(Wording.of("build.page.log-appears-here"), choices::saveFile);
        Fxml.load("build/builds.fxml", this);
        root.setId("builds");
        comparison = new ComparedPane(this.store, otherButton, comparedRows, () -> tabs.getSelectionModel()
                .select(comparedTab));
        farm = new FarmPane(actions, stageRows, this::showLog);
        farmHolder.getChildren().setAll(farm.node());
        logTab.setContent(new VBox(cause, log.node()));
        VBox.setVgrow(log.node(), Priority.ALWAYS);
        builds.setCellFactory(view -> new BuildCell());
        builds.setFixedCellSize(48);
        builds.getSelectionModel().selectedItemProperty().subscribe(entry -> selected(entry));
        showWhere(false, Host.rows());
        tabs.getTabs().remove(consoleTab);
        remember();
        // Apart from the reading, which would have to wait for it.
        sweep.ask(this.store::sweep, swept -> {
            if (swept > 0) {
                remember();
            }
        });
    }

    SplitPane node() {
        return root;
    }

    /** The button that pauses the queue. */
    ToggleButton pauseButton() {
        return pauseButton;
    }

    void setInFront(boolean now) {
        inFront = now;
    }

    /** What a person looks at stays; where nobody looks, the newest build is shown. */
    private void offer(BuildEntry entry) {
        fill();
        if (!inFront || builds.getSelectionModel().isEmpty()) {
            builds.getSelectionModel().select(entry);
        }
    }

    void add(BuildSession session) {
        sessions.addFirst(session);
        offer(new BuildEntry.Live(session));
        session.stateProperty().subscribe(state -> builds.refresh());
        session.stateProperty().map(BuildSession.State::result).subscribe(result -> {
            if (result != null) {
                remember();
            }
        });
    }

    void add(FarmSession session) {
        farms.addFirst(session);
        offer(new BuildEntry.OnFarm(session));
        session.stateProperty().subscribe(state -> builds.refresh());
    }

    /** Shows the log of a build that is none of these, with what it tells of why that failed. */
    void open(Path file) {
        logs.addFirst(file);
        fill();
        builds.getSelectionModel().select(new BuildEntry.OtherLog(file));
    }

    private void show(Path file) {
        nothing(Wording.of("build.page.not-run-here"));
        showLog(file);
        details.ask(() -> ForeignLog.read(file), told -> {
            told.explanation().ifPresent(this::explain);
            showNoResult(told.sentence());
        });
    }

    private void showLog(Path file) {
        log.show(file);
        tabs.getSelectionModel().select(logTab);
    }

    void setWaiting(List<BuildRequest> now) {
        waiting = now;
        fill();
    }

    /** Reads the builds of the past again. */
    void remember() {
        history.ask(store::all, records -> {
            past = records;
            fill();
        });
    }

    private void fill() {
        farms.removeIf(one -> !one.isRunning() && isPast(one));
        List<BuildEntry> entries = new BuildEntries(List.copyOf(logs), waiting, farms, sessions, past).list();
        BuildEntry before = builds.getSelectionModel().getSelectedItem();
        // Who opens the page wants to see the newest.
        BuildEntry standIn = before == null
                ? entries.stream().findFirst().orElse(null)
                : before.sameIn(entries).orElse(null);
        BuildEntry selected = entries.contains(before) ? before : standIn;
        filling = true;
        builds.getItems().setAll(entries);
        noBuilds.setVisible(entries.isEmpty());
        if (selected != null) {
            builds.getSelectionModel().select(selected);
        }
        filling = false;
        if (selected == null || !selected.equals(before)) {
            selected(builds.getSelectionModel().getSelectedItem());
        }
    }

    /** Compares what is chosen with the build of the same target before it, where there is one. */
    void compareWithPrevious() {
        comparison.compareWithPrevious();
    }

    private boolean isPast(FarmSession session) {
        Optional<String> id = session.id();
        return past.stream().anyMatch(one -> id.equals(Optional.of(one.id())) && one.state() != BuildState.RUNNING);
    }

    /** Brings a build to the front. */
    void select(BuildEntry entry) {
        builds.getSelectionModel().select(entry);
        tabs.getSelectionModel().select(logTab);
    }

    private void selected(@Nullable BuildEntry entry) {
        if (filling) {
            return;
        }
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        cause.getChildren().clear();
        progress.setVisible(false);
        farm.hide();
        showWhere(false, Host.rows());
        comparison.offer(entry, past);
        switch (entry) {
            case null -> nothing(Wording.of("build.page.nothing-chosen"));
            case BuildEntry.OtherLog one -> show(one.file());
            case BuildEntry.Waiting one -> nothing(Wording.of("build.page.waits-until-those"));
            case BuildEntry.Live live -> show(live.session());
            case BuildEntry.OnFarm one -> show(one.session());
            case BuildEntry.Past one -> show(one.record());
        }
    }

    private void show(FarmSession session) {
        nothing(Wording.of("build.page.farm-building-results"));
        tabs.getSelectionModel().select(logTab);
        showWhere(true, FarmRows.about(session.task()));
        farm.show(session);
        shown = session.stateProperty().subscribe(state -> {
            progress.setVisible(!state.isOver());
            progress.setProgress(state.fraction());
            hostRows.getChildren().setAll(FarmRows.about(session.task()));
            state.failure().ifPresent(this::showNoResult);
        });
    }

    private void showWhere(boolean onFarm, List<Node> about) {
        stagesHeading.setText(onFarm ? Wording.of("build.page.tasks") : Wording.of("build.page.stages"));
        hostHeading.setText(onFarm ? Wording.of("build.page.farm") : Wording.of("build.page.host"));
        hostRows.getChildren().setAll(about);
    }

    private void nothing(String text) {
        log.show((BuildSession) null);
        StageRows.fillNone(stageRows);
        showNoResult(text);
    }

    private void show(BuildSession session) {
        log.show(session);
        tabs.getSelectionModel().select(logTab);
        estimate = Map.of();
        details.ask(() -> store.estimate(session.target()), found -> {
            estimate = found;
            show(session, session.stateProperty().get());
        });
        shown = session.stateProperty().subscribe(state -> show(session, state));
    }

    private void show(BuildSession session, BuildSession.State state) {
        progress.setVisible(state.isRunning());
        progress.setProgress(state.fraction());
        BuildResult result = state.result();
        BuildState how = result == null ? BuildState.RUNNING : BuildState.of(result.outcome());
        StageRows.fill(stageRows, stage -> Optional.ofNullable(session.stage(stage)), estimate, how);
        if (result == null) {
            showNoResult(
                    Wording.of("build.page.build-running", state.stage().label().toLowerCase(Locale.ROOT)));
            return;
        }
        cause.getChildren().clear();
        log.setFailed(result.outcome() == Outcome.FAILED);
        if (result.outcome() == Outcome.FAILED) {
            result.explanation().ifPresent(this::explain);
        }
        showDetails(result.id());
        if (result.outcome() == Outcome.SUCCEEDED && !inFront) {
            tabs.getSelectionModel().select(resultTab);
        }
    }

    private void explain(Explanation explanation) {
        ExplanationCard.of(explanation, line -> {
                    tabs.getSelectionModel().select(logTab);
                    log.goTo((int) line);
                })
                .ifPresent(cause.getChildren()::setAll);
        // A build that failed opens at its cause.
        if (explanation.cause().isPresent()) {
            log.goTo(explanation.lines().getFirst());
        }
    }

    private void show(BuildRecord record) {
        log.show(record.log());
        log.setFailed(record.state() != BuildState.SUCCEEDED && record.state() != BuildState.STOPPED);
        showNoResult(Wording.of("build.page.result-being-read"));
        record.farm()
                .ifPresentOrElse(
                        task -> {
                            showWhere(true, FarmRows.about(task));
                            farm.show(record, task);
                        },
                        () -> StageRows.fillNone(stageRows));
        showDetails(record.id());
    }

    private void showDetails(String id) {
        details.ask(() -> store.find(id), found -> found.ifPresent(this::show));
    }

    private void show(BuildDetails build) {
        Level level = Level.of(build.record().level()).orElse(Level.V3);
        resultRows.getChildren().setAll(ResultRows.of(build, disk -> boot(disk, level), actions));
        if (build.record().farm().isPresent()) {
            return;
        }
        StageRows.fill(stageRows, build);
    }

    /** Offers to start a disk on a processor of its level, with its serial console in a tab of its own. */
    private void boot(Artifact disk, Level level) {
        consoleTab.setContent(console.node());
        if (!tabs.getTabs().contains(consoleTab)) {
            tabs.getTabs().add(consoleTab);
        }
        tabs.getSelectionModel().select(consoleTab);
        console.show(disk.path(), level);
    }

    /** Ends what was booted. */
    void close() {
        console.close();
        log.close();
        comparison.close();
        farm.close();
        List.of(sweep, history, details).forEach(Later::close);
    }

    private void showNoResult(String text) {
        resultRows.getChildren().setAll(ResultRows.none(text));
    }

    boolean isSettled() {
        return Stream.of(sweep, history, details).allMatch(Later::isSettled)
                && comparison.isSettled()
                && farm.isSettled();
    }
}
