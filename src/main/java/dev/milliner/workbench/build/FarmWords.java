package dev.milliner.workbench.build;

import dev.milliner.build.history.FarmTask;
import dev.milliner.build.koji.KojiTask;
import dev.milliner.build.koji.TaskState;
import dev.milliner.build.run.BuildResult;
import dev.milliner.ground.Elapsed;
import dev.milliner.workbench.base.Words;
import java.time.Duration;
import java.time.Instant;

/** How screens speak of farms. */
final class FarmWords {
    private FarmWords() {}

    /** A silent hub, in a sentence. */
    static String of(FarmState.Silence silence, Instant now) {
        long wait = Elapsed.between(now, silence.next()).toSeconds();
        return "The hub has not answered for " + seconds(Elapsed.between(silence.since(), now)) + "; "
                + (wait > 0 ? "it is asked again in " + wait + " s." : "it is being asked again.");
    }

    private static String seconds(Duration time) {
        return time.toSeconds() < 60 ? Math.max(0, time.toSeconds()) + " s" : Words.duration(time);
    }

    /** What came of a build on a farm that is no longer watched, in words. */
    static String outcome(BuildResult result, FarmTask task) {
        return switch (result.outcome()) {
            case SUCCEEDED -> "built by " + task.note();
            case FAILED -> "failed at the farm";
            case STOPPED -> task.note() + " is no longer watched";
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
                    case TaskState.Going.FREE -> "waits";
                    case TaskState.Going.ASSIGNED -> "assigned";
                    case TaskState.Going.OPEN, TaskState.Over.CLOSED -> "";
                    case TaskState.Over.CANCELED, TaskState.Over.FAILED ->
                        task.state().word();
                    case TaskState.Unknown unknown -> unknown.word();
                };
        return word.isEmpty() || time.isEmpty() ? word + time : word + " · " + time;
    }
}
