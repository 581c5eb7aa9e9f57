package dev.milliner.workbench.build;

import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.BuildState;
import dev.milliner.build.log.Stage;
import dev.milliner.workbench.words.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The stages of a build, row by row. */
final class StageRows {
    private StageRows() {}

    /** Where a stage's state comes from. */
    interface Stages {
        Optional<BuildSession.StageState> of(Stage stage);
    }

    /**
     * Fills a box with them.
     *
     * @param expected how long stages are going to take that have not begun
     * @param how how the build stands, which says why a stage did not succeed
     */
    static void fill(VBox rows, Stages stages, Map<Stage, Duration> expected, BuildState how) {
        rows.getChildren().clear();
        for (Stage stage : Stage.values()) {
            Optional<BuildSession.StageState> state = stages.of(stage);
            String wait = Optional.ofNullable(expected.get(stage))
                    .map(time -> "~ " + Words.duration(time))
                    .orElse("");
            rows.getChildren()
                    .add(state.map(one -> row(stage, one, how))
                            .orElseGet(() -> Rows.state("plain", stage.label(), wait)));
        }
    }

    /** Fills a box with stages that have not begun. */
    static void fillNone(VBox rows) {
        fill(rows, stage -> Optional.empty(), Map.of(), BuildState.RUNNING);
    }

    private static Node row(Stage stage, BuildSession.StageState state, BuildState how) {
        String unwell = how == BuildState.RUNNING ? "error" : BuildCell.style(how);
        String dot = !state.succeeded() ? unwell : state.finished() == null ? "accent" : "good";
        return Rows.state(dot, stage.label(), Words.duration(state.duration()));
    }

    /** Shows the stages of a build of the past, of which the last one is where it failed. */
    static void fill(VBox rows, BuildDetails build) {
        Optional<Stage> last = build.stages().keySet().stream().max(Comparator.naturalOrder());
        boolean well = build.record().state() == BuildState.SUCCEEDED;
        fill(
                rows,
                stage -> Optional.ofNullable(build.stages().get(stage))
                        .map(time -> BuildSession.StageState.ended(
                                build.record().started(),
                                time,
                                well || !Optional.of(stage).equals(last))),
                Map.of(),
                build.record().state());
    }
}
