package dev.milliner.workbench.build;

import dev.milliner.build.log.Stage;
import dev.milliner.workbench.base.Words;
import java.time.Duration;
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
     */
    static void fill(VBox rows, Stages stages, Map<Stage, Duration> expected) {
        rows.getChildren().clear();
        for (Stage stage : Stage.values()) {
            Optional<BuildSession.StageState> state = stages.of(stage);
            String wait = Optional.ofNullable(expected.get(stage))
                    .map(time -> "~ " + Words.duration(time))
                    .orElse("");
            rows.getChildren()
                    .add(state.map(one -> row(stage, one)).orElseGet(() -> Rows.state("plain", stage.label(), wait)));
        }
    }

    private static Node row(Stage stage, BuildSession.StageState state) {
        String dot = !state.succeeded() ? "error" : state.finished() == null ? "accent" : "good";
        return Rows.state(dot, stage.label(), Words.duration(state.duration()));
    }
}
