package dev.milliner.build.history;

import dev.milliner.build.run.Outcome;
import java.util.Locale;

/** How a recorded build stands. */
public enum BuildState {
    /** It runs, in a process that is alive. */
    RUNNING,
    /** It made what was asked for. */
    SUCCEEDED,
    /** It failed. */
    FAILED,
    /** It was stopped by its user. */
    STOPPED,
    /** Its task goes on at a farm, and nobody watches it here. */
    ON_FARM,
    /** The process that ran it ended before the build did. */
    DIED;

    /** The state that an outcome means. */
    public static BuildState of(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> SUCCEEDED;
            case FAILED -> FAILED;
            case STOPPED -> STOPPED;
        };
    }

    /** As the command line prints it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
