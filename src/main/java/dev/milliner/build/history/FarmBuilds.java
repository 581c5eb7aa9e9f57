package dev.milliner.build.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The builds on farms among all builds.
 *
 * @param history where they are remembered
 */
public record FarmBuilds(BuildHistory history) {
    /** The engine of all of them. */
    public static final String ENGINE = "koji";

    /**
     * A build that is about to be watched.
     *
     * @param id the build's name, also its folder's
     * @param name what is built
     * @param kind {@code image} or {@code component}
     * @param started when it was asked for
     * @param folder the build's folder
     */
    public record Watched(String id, String name, String kind, Instant started, Path folder) {}

    /**
     * Remembers that this process watches a build. One that was watched before keeps all else that is known of it.
     *
     * @throws IOException when the database cannot be written
     */
    public void watched(Watched build, FarmOrigin origin, FarmTask task) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        history.with(connection -> {
            BuildHistory.run(
                    connection,
                    """
                    INSERT INTO builds (id, target, kind, engine, level, root, "commit", changes, started, duration, state,
                        folder, pid, pid_started) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET state = excluded.state, pid = excluded.pid,
                            pid_started = excluded.pid_started
                    """,
                    build.id(),
                    build.name(),
                    build.kind(),
                    ENGINE,
                    origin.level(),
                    origin.root(),
                    origin.commit().orElse(""),
                    origin.changes(),
                    build.started().toEpochMilli(),
                    BuildState.RUNNING.name(),
                    build.folder().toString(),
                    self.pid(),
                    BuildHistory.startOf(self));
            keep(connection, build.id(), task);
            return true;
        });
    }

    /**
     * Remembers a task's number and page.
     *
     * @throws IOException when the database cannot be written
     */
    public void task(String id, FarmTask task) throws IOException {
        history.with(connection -> {
            keep(connection, id, task);
            return true;
        });
    }

    private static void keep(Connection connection, String id, FarmTask task) throws SQLException {
        BuildHistory.run(
                connection,
                "INSERT OR REPLACE INTO farm (build, profile, target, scratch, task, page) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                task.profile(),
                task.target(),
                task.scratch() ? 1 : 0,
                task.task().isPresent() ? task.task().getAsLong() : null,
                task.page());
    }

    /** What a row of the history says of a task; empty for a build of another engine. */
    static Optional<FarmTask> of(ResultSet row) throws SQLException {
        String profile = row.getString("farm_profile");
        if (profile == null) {
            return Optional.empty();
        }
        long number = row.getLong("farm_task");
        return Optional.of(new FarmTask(
                profile,
                Cell.text(row, "farm_target"),
                row.getInt("farm_scratch") != 0,
                number == 0 ? OptionalLong.empty() : OptionalLong.of(number),
                Cell.text(row, "farm_page")));
    }
}
