package dev.milliner.build.run;

import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.log.Stage;
import java.time.Instant;
import java.util.List;

/** What happens in a build, in the order it happens. */
public sealed interface BuildEvent {
    /**
     * A stage began.
     *
     * @param stage which
     * @param time when
     */
    record StageStarted(Stage stage, Instant time) implements BuildEvent {}

    /**
     * A stage ended.
     *
     * @param stage which
     * @param time when
     * @param succeeded false where it failed or was stopped
     */
    record StageFinished(Stage stage, Instant time, boolean succeeded) implements BuildEvent {}

    /**
     * How far the whole build is. Never goes back.
     *
     * @param fraction from 0 to 1
     */
    record Progress(double fraction) implements BuildEvent {}

    /**
     * A line of the log; it comes within a tenth of a second of being written.
     *
     * @param sequence from 1, without gaps
     * @param time when it was read
     * @param severity how much it matters
     * @param text the line without its end, and without the tool's own stamp of time and severity
     * @param stage the stage it belongs to
     */
    record LogLine(long sequence, Instant time, LogSeverity severity, String text, Stage stage) implements BuildEvent {}

    /**
     * What keeps the build from succeeding, or, in the last stage, is not as it should be in what was built.
     *
     * @param stage where it came up
     * @param message what is wrong, in a sentence
     * @param fix what to do about it, or empty; a command where one does it
     */
    record ProblemFound(Stage stage, String message, String fix) implements BuildEvent {}

    /**
     * A command needs root. It is run only when {@link BuildListener#confirm} says yes.
     *
     * @param command the whole command, to be shown before it runs
     * @param reason why it needs root, in a sentence
     */
    record PrivilegeNeeded(List<String> command, String reason) implements BuildEvent {}

    /**
     * The build is over and everything it used is given back. Always the last event, and always sent.
     *
     * @param result what came of it
     */
    record Finished(BuildResult result) implements BuildEvent {}
}
