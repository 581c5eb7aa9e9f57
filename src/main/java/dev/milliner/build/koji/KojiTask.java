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
    /** Reads what {@code getTaskInfo} answers. */
    static KojiTask of(JsonNode task) {
        JsonNode parent = task.path("parent");
        return new KojiTask(
                task.path("id").asLong(),
                parent.isNumber() ? OptionalLong.of(parent.asLong()) : OptionalLong.empty(),
                task.path("method").asString(""),
                task.path("arch").asString(""),
                task.path("label").asString(""),
                TaskState.of(task.path("state").asInt()),
                task.path("start_ts").asDouble(0),
                task.path("completion_ts").asDouble(0));
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
