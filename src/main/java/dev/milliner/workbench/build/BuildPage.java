package dev.milliner.workbench.build;

import dev.milliner.build.Artifact;
import dev.milliner.build.BuildEvent;
import dev.milliner.build.BuildResult;
import dev.milliner.build.ImagePackage;
import dev.milliner.build.Outcome;
import dev.milliner.build.Stage;
import dev.milliner.workbench.Choices;
import dev.milliner.workbench.Facts;
import dev.milliner.workbench.Fxml;
import dev.milliner.workbench.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The page of builds: what was built since the start, and of one build its log, result, stages and host. */
final class BuildPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    @FXML
    private SplitPane root;

    @FXML
    private ListView<BuildSession> sessions;

    @FXML
    private Label noSessions;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab logTab;

    @FXML
    private Tab resultTab;

    @FXML
    private VBox resultRows;

    @FXML
    private ProgressBar progress;

    @FXML
    private VBox stageRows;

    @FXML
    private VBox hostRows;

    private final LogView log;
    private final VBox cause = new VBox();
    private final ObservableList<BuildSession> all = FXCollections.observableArrayList();
    private Subscription shown = Subscription.EMPTY;

    BuildPage(Choices choices) {
        log = new LogView("The log appears here, line by line, while a build runs.", choices::saveFile);
        Fxml.load("build/builds.fxml", this);
        root.setId("builds");
        logTab.setContent(new VBox(cause, log.node()));
        VBox.setVgrow(log.node(), Priority.ALWAYS);
        sessions.setItems(all);
        sessions.setCellFactory(view -> new Cell());
        sessions.setFixedCellSize(48);
        sessions.getSelectionModel().selectedItemProperty().subscribe(session -> select(session));
        hostRows.getChildren().setAll(Host.rows());
        select(null);
    }

    SplitPane node() {
        return root;
    }

    void add(BuildSession session) {
        all.addFirst(session);
        noSessions.setVisible(false);
        sessions.getSelectionModel().selectFirst();
        session.stateProperty().subscribe(state -> sessions.refresh());
    }

    private void select(@Nullable BuildSession session) {
        shown.unsubscribe();
        log.show(session);
        cause.getChildren().clear();
        if (session == null) {
            progress.setVisible(false);
            showStages(null);
            showNoResult("Nothing was built yet.");
            return;
        }
        tabs.getSelectionModel().select(logTab);
        shown = session.stateProperty().subscribe(state -> show(session, state));
    }

    private void show(BuildSession session, BuildSession.State state) {
        progress.setVisible(state.isRunning());
        progress.setProgress(state.fraction());
        showStages(session);
        BuildResult result = state.result();
        if (result == null) {
            showNoResult("The build is running: " + state.stage().label().toLowerCase(Locale.ROOT) + ".");
        } else {
            showResult(session, result);
        }
    }

    private void showStages(@Nullable BuildSession session) {
        stageRows.getChildren().clear();
        for (Stage stage : Stage.values()) {
            BuildSession.StageState state = session == null ? null : session.stage(stage);
            if (state == null) {
                stageRows.getChildren().add(Rows.state("plain", stage.label(), ""));
            } else {
                String dot = !state.succeeded() ? "error" : state.finished() == null ? "accent" : "good";
                String percent = state.finished() == null && session != null
                        ? " · " + Math.round(session.stateProperty().get().fraction() * 100) + " %"
                        : "";
                stageRows.getChildren().add(Rows.state(dot, stage.label(), Words.duration(state.duration()) + percent));
            }
        }
    }

    private void showNoResult(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("second");
        VBox.setMargin(label, new javafx.geometry.Insets(14));
        resultRows.getChildren().setAll(label);
    }

    private void showResult(BuildSession session, BuildResult result) {
        resultRows.getChildren().setAll(Facts.heading(outcome(result.outcome()).toUpperCase(Locale.ROOT)));
        cause.getChildren().clear();
        result.explanation()
                .flatMap(explanation -> ExplanationCard.of(explanation, line -> {
                    tabs.getSelectionModel().select(logTab);
                    log.goTo((int) line);
                }))
                .ifPresent(cause.getChildren()::setAll);
        add(Facts.fact("of", result.target()));
        add(Facts.fact("took", Words.duration(result.duration())));
        result.artifacts().stream()
                .findFirst()
                .map(artifact -> artifact.path().getParent())
                .ifPresent(folder -> add(Facts.fact("in", folder.toString())));
        for (Artifact artifact : result.artifacts()) {
            add(Facts.fact(
                    artifact.kind().replace('_', ' '),
                    artifact.path().getFileName() + "  ·  " + Words.size(artifact.size())));
        }
        add(Facts.fact("log", result.log().toString()));
        for (BuildEvent.ProblemFound problem : session.problems()) {
            add(Facts.fact(
                    problem.stage().label(),
                    problem.message() + (problem.fix().isEmpty() ? "" : "\n" + problem.fix())));
        }
        if (!result.packages().isEmpty()) {
            var level = result.level();
            add(Facts.heading("X86-64-V3"));
            add(Facts.fact("v3", Words.count(level.v3(), "package")));
            add(Facts.fact("baseline", Words.count(level.baseline(), "package")));
            add(Facts.fact("noarch", Words.count(level.noarch(), "package")));
            add(Facts.fact("unknown", Words.count(level.unknown(), "package")));
            add(Facts.heading("PACKAGES"));
            for (ImagePackage held : result.packages()) {
                add(Facts.fact(
                        held.name(),
                        held.version() + "-" + held.release() + " · " + held.architecture() + " · "
                                + Words.size(held.size()) + " · "
                                + held.level().name().toLowerCase(Locale.ROOT)));
            }
        }
        if (result.outcome() == Outcome.SUCCEEDED) {
            tabs.getSelectionModel().select(resultTab);
        }
    }

    private void add(HBox row) {
        resultRows.getChildren().add(row);
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> "built";
            case FAILED -> "failed";
            case STOPPED -> "stopped by you · cleaned up";
        };
    }

    private static final class Cell extends ListCell<BuildSession> {
        private final Region dot = new Region();
        private final Label name = new Label();
        private final Label about = new Label();
        private final Label note = new Label();
        private final HBox box = new HBox();

        Cell() {
            about.getStyleClass().add("row-note");
            note.getStyleClass().add("row-note");
            note.setMinWidth(Region.USE_PREF_SIZE);
            VBox texts = new VBox(2, name, about);
            HBox.setHgrow(texts, Priority.ALWAYS);
            box.getStyleClass().add("build-cell");
            box.setPrefWidth(100);
            box.getChildren().setAll(dot, texts, note);
        }

        @Override
        protected void updateItem(@Nullable BuildSession session, boolean empty) {
            super.updateItem(session, empty);
            if (empty || session == null) {
                setGraphic(null);
                return;
            }
            BuildSession.State state = session.stateProperty().get();
            BuildResult result = state.result();
            name.setText(session.target());
            dot.getStyleClass().setAll("dot", result == null ? "accent" : style(result.outcome()));
            if (result == null) {
                about.setText("kiwi · x86-64-v3 · " + state.stage().label().toLowerCase(Locale.ROOT));
                note.setText(Math.round(state.fraction() * 100) + " %");
            } else {
                about.setText(
                        result.outcome() == Outcome.SUCCEEDED
                                ? Words.count(result.packages().size(), "package") + " · "
                                        + Words.duration(result.duration())
                                : outcome(result.outcome()));
                note.setText(TIME.format(session.started()));
            }
            setGraphic(box);
        }

        private static String style(Outcome outcome) {
            return switch (outcome) {
                case SUCCEEDED -> "good";
                case FAILED -> "error";
                case STOPPED -> "plain";
            };
        }
    }
}
