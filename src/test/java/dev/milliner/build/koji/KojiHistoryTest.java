package dev.milliner.build.koji;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.Waiting;
import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.BuildHistory;
import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.history.BuildState;
import dev.milliner.build.history.FarmOrigin;
import dev.milliner.build.history.FarmTask;
import dev.milliner.build.history.Retention;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds on a farm in the history of builds. */
class KojiHistoryTest {
    @TempDir
    private Path folder;

    private final HeardEvents heard = new HeardEvents();

    private static void sql(BuildHistory history, String... statements) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + history.database());
                var statement = database.createStatement()) {
            for (String one : statements) {
                statement.executeUpdate(one);
            }
        }
    }

    @Test
    void aTaskOutlivesWhoWatchesItAndIsRememberedToItsEnd() throws Exception {
        try (Farm farm = new Farm(folder)) {
            BuildHistory history = farm.store().history();
            FarmOrigin origin = FarmOrigin.ofSource("/distro", Farm.SOURCE, List.of("x86_64_v3"));
            KojiBuild first = KojiBuild.start(
                    farm.client(), Farm.scm(), origin, heard, farm.store(), Farm.RHYTHM, Optional.empty());
            Waiting.until("the task is there", () -> farm.hub().tasks().containsKey(1));
            farm.builder().open(1);
            int arch = farm.builder().child(1, "buildArch", "x86_64");
            farm.builder().open(arch);
            Waiting.until("its task is seen", () -> heard.heard(arch + " buildArch (x86_64)"));
            assertThat(history.all().getFirst().state()).isEqualTo(BuildState.RUNNING);
            // As a killed program leaves it.
            sql(history, "UPDATE builds SET pid_started = 1");
            assertThat(history.all().getFirst().state()).isEqualTo(BuildState.ON_FARM);
            first.leave();
            first.await();

            BuildRecord left = history.all().getFirst();
            assertThat(left.state()).isEqualTo(BuildState.ON_FARM);
            assertThat(left.engine()).isEqualTo("koji");
            assertThat(left.level()).isEqualTo("v3");
            assertThat(left.commit()).contains("3f2a9c1");
            assertThat(left.farm())
                    .contains(new FarmTask(
                            "farm",
                            Farm.TARGET,
                            true,
                            OptionalLong.of(1),
                            farm.hub().address() + "/koji/taskinfo?taskID=1"));
            assertThat(left.farm().orElseThrow().note()).isEqualTo("koji task 1 · scratch");
            assertThat(Retention.surplus(List.of(left), 0)).isEmpty();
            assertThat(new KojiFolder(left.folder()).tree().orElseThrow().all())
                    .extracting(KojiTask::id)
                    .containsExactly(1L, (long) arch);

            farm.builder().write(arch, "root.log", "DEBUG one\n");
            farm.builder().write(arch, "build.log", "one\n");
            farm.builder().write(arch, "greet-1.0-1.x86_64.rpm", new byte[230]);
            farm.builder().close(arch);
            farm.builder().close(1);
            KojiBuild second = KojiBuild.resume(farm.client().program(), left.folder(), new HeardEvents(), Farm.RHYTHM);
            assertThat(second.await().outcome()).isEqualTo(Outcome.SUCCEEDED);

            BuildDetails end = history.find(left.id()).orElseThrow();
            assertThat(end.record().state()).isEqualTo(BuildState.SUCCEEDED);
            assertThat(end.record().level()).isEqualTo("v3");
            assertThat(end.artifacts()).extracting(Artifact::size).containsExactly(230L);
            assertThat(new KojiFolder(left.folder()).logs(arch))
                    .extracting(Path::getFileName)
                    .containsExactly(Path.of("build.log"), Path.of("root.log"));
            assertThat(new KojiFolder(left.folder()).tree().orElseThrow().isOver())
                    .isTrue();
        }
    }

    @Test
    void aTaskThatCouldNotBeCanceledGoesOn() throws Exception {
        try (Farm farm = new Farm(folder)) {
            KojiBuild build = farm.start(heard);
            Waiting.until("the task is there", () -> farm.hub().tasks().containsKey(1));
            Waiting.until("it is known here", () -> build.task().isPresent());
            farm.hub().die();
            build.stop();
            assertThat(build.await().problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                    .contains("was not canceled and goes on"));
            assertThat(farm.store().history().all().getFirst().state()).isEqualTo(BuildState.ON_FARM);
            assertThat(KojiFolder.unfinished(farm.store())).containsExactly(build.folder());
        }
    }

    @Test
    void anOlderHistoryKeepsWorking() throws IOException, SQLException {
        BuildHistory history = new BuildHistory(folder.resolve("history.db"));
        sql(
                history,
                """
                CREATE TABLE builds (id TEXT PRIMARY KEY, target TEXT, kind TEXT, engine TEXT, level TEXT, root TEXT,
                    "commit" TEXT, changes TEXT, started INTEGER, duration INTEGER, state TEXT, pinned INTEGER DEFAULT 0,
                    folder TEXT, pid INTEGER, pid_started INTEGER)
                """,
                "INSERT INTO builds VALUES ('old', 'img', 'image', 'local', 'v3', '/', '', '', 1, 2, 'SUCCEEDED', 0, '/x',"
                        + " 1, 1)");
        assertThat(history.all()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo("old");
            assertThat(one.farm()).isEmpty();
        });
    }

    @Test
    void theProfilesAreThoseOfTheClientsConfiguration() throws IOException {
        Path more = Files.createDirectories(folder.resolve("koji.conf.d"));
        Files.writeString(more.resolve("one.conf"), "[fedora]\nserver = x\n# [no]\n");
        Files.writeString(more.resolve("two.txt"), "[ignored]\n");
        Path own = Files.writeString(folder.resolve("config"), "[azl]\nserver = y\n\n[fedora]\nuser = me\n");
        KojiHost host = new KojiHost(Optional.empty(), List.of(more, own, folder.resolve("none")), Farm.RHYTHM);
        assertThat(host.profiles()).containsExactly("fedora", "azl");
        assertThat(host.absence().orElseThrow()).contains("Koji's client is missing", "milliner doctor");
        assertThat(host.client("azl")).isEmpty();
    }
}
