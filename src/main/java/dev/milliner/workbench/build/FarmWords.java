package dev.milliner.workbench.build;

import dev.milliner.build.history.FarmTask;
import dev.milliner.build.koji.KojiTask;
import dev.milliner.build.koji.TaskState;
import dev.milliner.build.run.BuildResult;
import dev.milliner.ground.Elapsed;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.time.Duration;
import java.time.Instant;

/** How screens speak of farms. */
final class FarmWords {
    private FarmWords() {}

    /** A silent hub, in a sentence. */
    static String of(FarmState.Silence silence, Instant now) {
        long wait = Elapsed.between(now, silence.next()).toSeconds();
        return wait > 0
                ? Wording.of("build.farm-words.hub-not-answered", seconds(Elapsed.between(silence.since(), now)), wait)
                : Wording.of("build.farm-words.hub-not-answered-being", seconds(Elapsed.between(silence.since(), now)));
    }

    private static String seconds(Duration time) {
        return time.toSeconds() < 60
                ? Wording.of("build.farm-words.seconds", Math.max(0, time.toSeconds()))
                : Words.duration(time);
    }

    /** What came of a build on a farm that is no longer watched, in words. */
    static String outcome(BuildResult result, FarmTask task) {
        return switch (result.outcome()) {
            case SUCCEEDED -> Wording.of("build.farm-words.built-by", task.note());
            case FAILED -> Wording.of("build.farm-words.failed-farm");
            case STOPPED -> Wording.of("build.farm-words.no-longer-watched", task.note());
        };
    }

    /** The class of a task's dot. */
    static String dot(TaskState state) {
        return switch (state) {
            case TaskState.Going.FREE, TaskState.Going.ASSIGNED -> "plain";
            case TaskState.Unknown _ -> "plain";
            case TaskState.Going.OPEN -> "accent";
            case TaskState.Over.CLOSED -> "good";
            case TaskState.Over.CANCELED -> "warning";
            case TaskState.Over.FAILED -> "error";
        };
    }

    /** How far a task is: how long it worked, and its state's word where the dot alone would say it. */
    static String progress(KojiTask task, Instant now) {
        String time = task.worked(now).map(Words::duration).orElse("");
        String word =
                switch (task.state()) {
                    case TaskState.Going.FREE -> Wording.of("build.farm-words.waits");
                    case TaskState.Going.ASSIGNED -> Wording.of("build.farm-words.assigned");
                    case TaskState.Going.OPEN, TaskState.Over.CLOSED -> "";
                    case TaskState.Over.CANCELED, TaskState.Over.FAILED ->
                        task.state().word();
                    case TaskState.Unknown unknown -> unknown.word();
                };
        return word.isEmpty() || time.isEmpty() ? word + time : word + " · " + time;
    }
}
