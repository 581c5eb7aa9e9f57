package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.build.history.BuildComparison;
import dev.milliner.build.history.BuildHistory;
import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.history.BuildState;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.history.Retention;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.ImagePackage;
import dev.milliner.build.run.Outcome;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.level.LevelCounts;
import dev.milliner.level.LevelEvidence;
import dev.milliner.rpm.Level;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was built is remembered with what it was made of, compared, and let go of in its time. */
class HistoryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private BuildStore store;

    @SuppressWarnings("NullAway.Init")
    private BuildHistory history;

    @SuppressWarnings("NullAway.Init")
    private DiskTree tree;

    @BeforeEach
    void makeTree() throws Exception {
        store = new BuildStore(folder.resolve("builds"));
        history = store.history();
        Path root = Files.createDirectories(folder.resolve("root"));
        Files.writeString(root.resolve("azldev.toml"), "[components.a]\n");
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("One")
                    .setSign(false)
                    .setAuthor("Test", "test@example.org")
                    .setCommitter("Test", "test@example.org")
                    .call();
        }
        tree = new DiskTree(root);
    }

    private Distro distro(String text) {
        return new DistroLoader().load(new BufferTree(tree, Map.of("azldev.toml", text)));
    }

    private String build(String target, String version, LogSeverity severity, String said) throws IOException {
        BuildFolder made = store.create(target);
        BuildRequest request =
                new BuildRequest(distro("[components.a]\n[components.b]\n"), target, Level.V3, Optional.empty());
        history.begin(made.id(), request, made.path());
        Files.writeString(made.log(), "10:00:00.000 IMAGE " + severity + " " + said + "\n");
        ImagePackage held = new ImagePackage(
                "app",
                version,
                "1",
                "x86_64",
                1000,
                LevelEvidence.V3,
                "its program shows it",
                List.of(new ImagePackage.Program("/usr/bin/app", LevelEvidence.V3, "its note says so")),
                true);
        BuildResult result = new BuildResult(
                made.id(),
                target,
                Outcome.SUCCEEDED,
                Instant.now(),
                Duration.ofSeconds(3),
                List.of(new Artifact("container", made.path().resolve("x.tar"), 500)),
                List.of(held),
                LevelCounts.of(List.of(LevelEvidence.V3)),
                List.of(),
                made.log(),
                Optional.empty());
        history.end(result, Map.of(Stage.IMAGE, Duration.ofSeconds("1".equals(version) ? 2 : 4)));
        return made.id();
    }

    @Test
    void aBuildIsRememberedWithWhatItWasMadeOf() throws IOException {
        String id = build("img", "1", LogSeverity.INFO, "fine");
        BuildRecord record = history.all().getFirst();
        assertThat(record.state()).isEqualTo(BuildState.SUCCEEDED);
        assertThat(record.commit().orElseThrow()).hasSize(40);
        assertThat(record.changes()).contains("+[components.b]").contains("b/azldev.toml");
        assertThat(record.packages()).isEqualTo(1);
        assertThat(history.find(id).orElseThrow().packages()).singleElement().satisfies(held -> assertThat(
                        held.programs())
                .extracting(one -> one.path())
                .containsExactly("/usr/bin/app"));
        assertThat(record.size()).isEqualTo(500);
        assertThat(history.find(id.substring(0, id.length() - 1)).orElseThrow().stages())
                .containsEntry(Stage.IMAGE, Duration.ofSeconds(2));
        assertThat(history.find("nothing")).isEmpty();
    }

    @Test
    void twoBuildsAreCompared() throws IOException {
        String first = build("img", "1", LogSeverity.WARNING, "line 12 of /tmp/x is odd");
        String second = build("img", "2", LogSeverity.WARNING, "line 13 of /tmp/y is odd");
        String third = build("img", "2", LogSeverity.ERROR, "something new");
        BuildComparison same = BuildComparison.of(
                history.find(first).orElseThrow(), history.find(second).orElseThrow());
        assertThat(same.packages().changes()).singleElement().satisfies(change -> assertThat(change.name())
                .isEqualTo("app"));
        assertThat(same.slower()).containsEntry(Stage.IMAGE, Duration.ofSeconds(2));
        assertThat(same.warnings()).isEmpty();
        BuildComparison fresh = BuildComparison.of(
                history.find(second).orElseThrow(), history.find(third).orElseThrow());
        assertThat(fresh.packages().changes()).isEmpty();
        assertThat(fresh.warnings()).containsExactly("something new");
        assertThat(history.estimate("img")).containsEntry(Stage.IMAGE, Duration.ofMillis(3333));
    }

    @Test
    void whatRunsOrIsPinnedStays() throws IOException {
        String pinned = build("img", "1", LogSeverity.INFO, "");
        String old = build("img", "1", LogSeverity.INFO, "");
        String newest = build("img", "1", LogSeverity.INFO, "");
        BuildFolder running = store.create("img");
        history.begin(running.id(), new BuildRequest(distro(""), "img", Level.V3, Optional.empty()), running.path());
        history.pin(pinned, true);
        assertThat(Retention.apply(history, 1, store::delete))
                .extracting(BuildRecord::id)
                .containsExactly(old);
        assertThat(history.all()).extracting(BuildRecord::id).containsExactlyInAnyOrder(pinned, newest, running.id());
        assertThat(store.folder().resolve(old)).doesNotExist();
        assertThat(store.folder().resolve(newest)).exists();
    }

    @Test
    void aBuildWhoseProcessIsGoneIsDead() throws IOException, SQLException {
        BuildFolder running = store.create("img");
        history.begin(running.id(), new BuildRequest(distro(""), "img", Level.V3, Optional.empty()), running.path());
        assertThat(history.all().getFirst().state()).isEqualTo(BuildState.RUNNING);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + history.database());
                var statement = database.createStatement()) {
            statement.executeUpdate("UPDATE builds SET pid_started = 1");
        }
        assertThat(history.all().getFirst().state()).isEqualTo(BuildState.DIED);
    }

    @Test
    void onlyFoldersOfTheStoreAreDeleted() throws IOException {
        String id = build("img", "1", LogSeverity.INFO, "");
        BuildRecord record = history.find(id).orElseThrow().record();
        Path precious = Files.createDirectories(folder.resolve("precious"));
        BuildRecord elsewhere = new BuildRecord(
                id,
                "img",
                "image",
                "local",
                "v3",
                "",
                Optional.empty(),
                "",
                record.started(),
                record.duration(),
                record.state(),
                false,
                precious,
                0,
                0,
                Optional.empty());
        assertThatThrownBy(() -> store.delete(elsewhere)).hasMessageContaining("none of this store");
        assertThat(precious).exists();
    }
}
