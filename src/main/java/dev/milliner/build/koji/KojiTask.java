package dev.milliner.build.koji;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * A task on a hub, as it was when asked for.
 *
 * @param id the hub's number for it
 * @param parent the task that made it, if one did
 * @param method what it does, such as {@code buildArch}
 * @param architecture of what it works on, or {@code noarch}
 * @param label how its parent calls it, or empty
 * @param state how far it is
 * @param started when a builder began it, in seconds since 1970; 0 before
 * @param ended when it was over, in seconds since 1970; 0 before
 */
public record KojiTask(
        long id,
        OptionalLong parent,
        String method,
        String architecture,
        String label,
        TaskState state,
        double started,
        double ended) {
    /**
     * Reads what {@code getTaskInfo} answers.
     *
     * @throws KojiFailed when it has not the form that Koji gives it
     */
    static KojiTask of(JsonNode task) throws KojiFailed {
        if (!task.isObject()) {
            throw TaskAnswer.strange("a task is no object");
        }
        TaskAnswer answer = new TaskAnswer(task);
        return new KojiTask(
                answer.needed("id"),
                answer.number("parent"),
                answer.text("method"),
                answer.text("arch"),
                answer.text("label"),
                answer.state(),
                answer.moment("start_ts"),
                answer.moment("completion_ts"));
    }

    /** Whether nothing comes of it any more. */
    public boolean isOver() {
        return state instanceof TaskState.Over;
    }

    /**
     * How long it has worked.
     *
     * @param now what counts as its end while it goes on
     * @return empty before a builder began it
     */
    public Optional<Duration> worked(Instant now) {
        if (started <= 0) {
            return Optional.empty();
        }
        double end = ended > 0 ? ended : now.toEpochMilli() / 1000.0;
        return Optional.of(Duration.ofMillis(Math.max(0, Math.round((end - started) * 1000))));
    }

    /** For people: number, method and what it works on. */
    public String title() {
        String what = label.isEmpty() ? architecture : label;
        return id + " " + method + (what.isEmpty() ? "" : " (" + what + ")");
    }
}
