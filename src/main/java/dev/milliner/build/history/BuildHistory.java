package dev.milliner.build.history;

import dev.milliner.build.log.Stage;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.BuildTarget;
import dev.milliner.build.run.ImagePackage;
import dev.milliner.ground.Elapsed;
import dev.milliner.ground.FileTrouble;
import dev.milliner.level.LevelEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The builds of a store, in an SQLite database beside their folders. Several programs may use it at once. Every method
 * opens and closes it, as they are called seldom.
 *
 * @param database the database's file; made when it is not there
 */
public record BuildHistory(Path database) {
    private static final int WAIT_MILLIS = 5000;
    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS builds (id TEXT PRIMARY KEY, target TEXT, kind TEXT, engine TEXT, level TEXT,
                root TEXT, "commit" TEXT, changes TEXT, started INTEGER, duration INTEGER, state TEXT,
                pinned INTEGER DEFAULT 0, folder TEXT, pid INTEGER, pid_started INTEGER)
            """,
            "CREATE TABLE IF NOT EXISTS stages (build TEXT, stage TEXT, millis INTEGER)",
            """
            CREATE TABLE IF NOT EXISTS packages (build TEXT, name TEXT, version TEXT, release TEXT, arch TEXT,
                size INTEGER, level TEXT, ours INTEGER)
            """,
            "CREATE TABLE IF NOT EXISTS artifacts (build TEXT, kind TEXT, path TEXT, size INTEGER)",
            "CREATE TABLE IF NOT EXISTS problems (build TEXT, message TEXT)",
            """
            CREATE TABLE IF NOT EXISTS farm (build TEXT PRIMARY KEY, profile TEXT, target TEXT, scratch INTEGER,
                task INTEGER, page TEXT)
            """,
            "CREATE INDEX IF NOT EXISTS packages_of ON packages (build)",
            KeptEvidence.MADE,
            KeptEvidence.INDEXED);
    private static final List<String> PARTS =
            List.of("stages", "packages", "artifacts", "problems", KeptEvidence.TABLE);
    private static final String RECORD = """
            SELECT b.*, f.profile AS farm_profile, f.target AS farm_target, f.scratch AS farm_scratch,
                f.task AS farm_task, f.page AS farm_page, (SELECT count(*) FROM packages p WHERE p.build = b.id) AS packages,
                (SELECT coalesce(sum(a.size), 0) FROM artifacts a WHERE a.build = b.id) AS size
            FROM builds b LEFT JOIN farm f ON f.build = b.id
            """;

    /** Work with the open database. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T with(Work<T> work) throws IOException {
        Files.createDirectories(database.toAbsolutePath().getParent());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = " + WAIT_MILLIS);
                for (String table : TABLES) {
                    statement.execute(table);
                }
            }
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException failure) {
            throw new IOException(
                    "The history of builds: " + FileTrouble.words(database, "cannot be used", failure), failure);
        }
    }

    static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /**
     * Remembers that a build began in this process.
     *
     * @throws IOException when the database cannot be written
     */
    public void begin(String id, BuildRequest request, Path folder) throws IOException {
        TreeState tree = TreeState.of(request.distro());
        ProcessHandle self = ProcessHandle.current();
        String kind =
                switch (request.target()) {
                    case BuildTarget.OfImage image -> "image";
                    case BuildTarget.OfComponents components -> "component";
                };
        with(connection -> {
            run(
                    connection,
                    """
                    INSERT OR REPLACE INTO builds (id, target, kind, engine, level, root, "commit", changes, started,
                        duration, state, folder, pid, pid_started) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
                    """,
                    id,
                    request.name(),
                    kind,
                    request.engine().word(),
                    request.level().shortName(),
                    request.distro().tree().root().toString(),
                    tree.commit().orElse(""),
                    tree.changes(),
                    Instant.now().toEpochMilli(),
                    BuildState.RUNNING.name(),
                    folder.toString(),
                    self.pid(),
                    startOf(self));
            return true;
        });
    }

    static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /**
     * Remembers what came of a build.
     *
     * @throws IOException when the database cannot be written
     */
    public void end(BuildResult result, Map<Stage, Duration> stages) throws IOException {
        end(result, BuildState.of(result.outcome()), stages);
    }

    /**
     * Remembers how a build stands whose end its result does not tell, in place of what was remembered of it.
     *
     * @throws IOException when the database cannot be written
     */
    public void end(BuildResult result, BuildState state, Map<Stage, Duration> stages) throws IOException {
        with(connection -> {
            for (String table : PARTS) {
                run(connection, "DELETE FROM " + table + " WHERE build = ?", result.id());
            }
            run(
                    connection,
                    "UPDATE builds SET state = ?, duration = ? WHERE id = ?",
                    state.name(),
                    result.duration().toMillis(),
                    result.id());
            for (Map.Entry<Stage, Duration> stage : stages.entrySet()) {
                run(
                        connection,
                        "INSERT INTO stages VALUES (?, ?, ?)",
                        result.id(),
                        stage.getKey().name(),
                        stage.getValue().toMillis());
            }
            KeptEvidence.keep(connection, result.id(), result.packages());
            for (ImagePackage one : result.packages()) {
                run(
                        connection,
                        "INSERT INTO packages VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        result.id(),
                        one.name(),
                        one.version(),
                        one.release(),
                        one.architecture(),
                        one.size(),
                        one.level().name(),
                        one.ours() ? 1 : 0);
            }
            for (Artifact artifact : result.artifacts()) {
                run(
                        connection,
                        "INSERT INTO artifacts VALUES (?, ?, ?, ?)",
                        result.id(),
                        artifact.kind(),
                        artifact.path().toString(),
                        artifact.size());
            }
            for (var problem : result.problems()) {
                run(connection, "INSERT INTO problems VALUES (?, ?)", result.id(), problem.message());
            }
            return true;
        });
    }

    /**
     * All builds, the newest first. Those whose process is gone are declared dead first; on a farm their task goes on.
     *
     * @throws IOException when the database cannot be used
     */
    public List<BuildRecord> all() throws IOException {
        return with(connection -> {
            declareDead(connection);
            try (PreparedStatement query = connection.prepareStatement(RECORD + " ORDER BY started DESC, id DESC");
                    ResultSet rows = query.executeQuery()) {
                List<BuildRecord> records = new ArrayList<>();
                while (rows.next()) {
                    records.add(record(rows));
                }
                return records;
            }
        });
    }

    private static void declareDead(Connection connection) throws SQLException {
        Map<String, BuildState> dead = new HashMap<>();
        try (Statement query = connection.createStatement();
                ResultSet rows =
                        query.executeQuery("SELECT id, engine, pid, pid_started FROM builds WHERE state = 'RUNNING'")) {
            while (rows.next()) {
                long started = rows.getLong("pid_started");
                boolean alive = ProcessHandle.of(rows.getLong("pid"))
                        .filter(process -> startOf(process) == started)
                        .isPresent();
                if (!alive) {
                    boolean farm = FarmBuilds.ENGINE.equals(rows.getString("engine"));
                    dead.put(rows.getString("id"), farm ? BuildState.ON_FARM : BuildState.DIED);
                }
            }
        }
        for (Map.Entry<String, BuildState> one : dead.entrySet()) {
            run(
                    connection,
                    "UPDATE builds SET state = ? WHERE id = ?",
                    one.getValue().name(),
                    one.getKey());
        }
    }

    private static BuildRecord record(ResultSet row) throws SQLException {
        Instant started = Instant.ofEpochMilli(row.getLong("started"));
        BuildState state = Cell.word(BuildState.class, row, "state");
        return new BuildRecord(
                Cell.text(row, "id"),
                Cell.text(row, "target"),
                Cell.text(row, "kind"),
                Cell.text(row, "engine"),
                Cell.text(row, "level"),
                Cell.text(row, "root"),
                Optional.of(Cell.text(row, "commit")).filter(commit -> !commit.isEmpty()),
                Cell.text(row, "changes"),
                started,
                state == BuildState.RUNNING || state == BuildState.ON_FARM
                        ? Elapsed.since(started)
                        : Duration.ofMillis(row.getLong("duration")),
                state,
                row.getInt("pinned") != 0,
                Cell.path(row, "folder"),
                row.getInt("packages"),
                row.getLong("size"),
                FarmBuilds.of(row));
    }

    /**
     * All that is remembered of a build.
     *
     * @param id its name, or the start of it where no other starts so
     * @throws IOException when the database cannot be used
     */
    public Optional<BuildDetails> find(String id) throws IOException {
        List<BuildRecord> known = all();
        List<BuildRecord> exact =
                known.stream().filter(one -> one.id().equals(id)).toList();
        List<BuildRecord> found = exact.isEmpty()
                ? known.stream().filter(one -> one.id().startsWith(id)).toList()
                : exact;
        return found.size() == 1 ? Optional.of(details(found.getFirst())) : Optional.empty();
    }

    private BuildDetails details(BuildRecord one) throws IOException {
        return with(connection -> {
            Map<Stage, Duration> stages = new EnumMap<>(Stage.class);
            each(
                    connection,
                    "SELECT * FROM stages WHERE build = ?",
                    one.id(),
                    row -> stages.put(Cell.word(Stage.class, row, "stage"), Duration.ofMillis(row.getLong("millis"))));
            List<ImagePackage> packages = new ArrayList<>();
            KeptEvidence evidence = KeptEvidence.of(connection, one.id());
            each(
                    connection,
                    "SELECT * FROM packages WHERE build = ?",
                    one.id(),
                    row -> packages.add(held(row, evidence)));
            List<Artifact> artifacts = new ArrayList<>();
            each(
                    connection,
                    "SELECT * FROM artifacts WHERE build = ?",
                    one.id(),
                    row -> artifacts.add(
                            new Artifact(Cell.text(row, "kind"), Cell.path(row, "path"), row.getLong("size"))));
            List<String> problems = new ArrayList<>();
            each(
                    connection,
                    "SELECT * FROM problems WHERE build = ?",
                    one.id(),
                    row -> problems.add(Cell.text(row, "message")));
            return new BuildDetails(one, stages, packages, artifacts, problems);
        });
    }

    /** Takes a row. */
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, String id, Row taker) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    private static ImagePackage held(ResultSet row, KeptEvidence evidence) throws SQLException {
        return new ImagePackage(
                Cell.text(row, "name"),
                Cell.text(row, "version"),
                Cell.text(row, "release"),
                Cell.text(row, "arch"),
                row.getLong("size"),
                Cell.word(LevelEvidence.class, row, "level"),
                evidence.reason(Cell.text(row, "name"), Cell.text(row, "arch")),
                evidence.programs(Cell.text(row, "name"), Cell.text(row, "arch")),
                row.getInt("ours") != 0);
    }

    /**
     * Keeps a build whatever else goes, or no longer.
     *
     * @throws IOException when the database cannot be written
     */
    public void pin(String id, boolean pinned) throws IOException {
        with(connection -> {
            run(connection, "UPDATE builds SET pinned = ? WHERE id = ?", pinned ? 1 : 0, id);
            return true;
        });
    }

    /**
     * Forgets a build; its folder is the caller's to delete.
     *
     * @throws IOException when the database cannot be written
     */
    void forget(String id) throws IOException {
        with(connection -> {
            for (String table : PARTS) {
                run(connection, "DELETE FROM " + table + " WHERE build = ?", id);
            }
            run(connection, "DELETE FROM farm WHERE build = ?", id);
            run(connection, "DELETE FROM builds WHERE id = ?", id);
            return true;
        });
    }

    /**
     * How long each stage takes, by the last five builds of the same target that succeeded; empty without one.
     *
     * @throws IOException when the database cannot be used
     */
    public Map<Stage, Duration> estimate(String target) throws IOException {
        return with(connection -> {
            Map<Stage, Duration> estimate = new EnumMap<>(Stage.class);
            String sql = """
                    SELECT stage, avg(millis) AS millis FROM stages WHERE build IN (SELECT id FROM builds
                        WHERE target = ? AND state = 'SUCCEEDED' ORDER BY started DESC LIMIT 5) GROUP BY stage
                    """;
            each(
                    connection,
                    sql,
                    target,
                    row -> estimate.put(
                            Cell.word(Stage.class, row, "stage"), Duration.ofMillis(row.getLong("millis"))));
            return estimate;
        });
    }
}
