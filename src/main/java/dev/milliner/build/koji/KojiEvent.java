package dev.milliner.build.koji;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens in a build on a farm beside what happens in every build. */
public sealed interface KojiEvent {
    /**
     * A command is about to run.
     *
     * @param command its words
     */
    record CommandRuns(List<String> command) implements KojiEvent {}

    /**
     * The hub took the request.
     *
     * @param id the task's number
     * @param page where people look at it, or empty
     */
    record TaskCreated(long id, String page) implements KojiEvent {}

    /**
     * A task appeared, or is in another state than before.
     *
     * @param task as it is now
     * @param before its state before, if it was known
     */
    record TaskChanged(KojiTask task, Optional<TaskState> before) implements KojiEvent {}

    /**
     * A log has more bytes; its lines come as log lines.
     *
     * @param task whose log
     * @param file its name
     * @param size how many bytes are here now
     */
    record LogGrew(long task, String file, long size) implements KojiEvent {}

    /**
     * The hub does not answer; what is known is kept, and it is asked again.
     *
     * @param since when it was found silent first
     * @param reason in the client's words
     * @param retryIn after how long it is asked again
     */
    record HubSilent(Instant since, String reason, Duration retryIn) implements KojiEvent {}

    /**
     * The hub answers again.
     *
     * @param since when it was found silent first
     */
    record HubBack(Instant since) implements KojiEvent {}
}
