package dev.milliner.build.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.Waiting;
import dev.milliner.build.history.FarmOrigin;
import dev.milliner.build.run.BuildEvent.ProblemFound;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.Outcome;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.ground.HostTools;
import dev.milliner.source.DiskTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where a hub does not do what it is asked, and what people ask it beside builds. */
class KojiRefusalsTest {
    @TempDir
    private Path folder;

    private final HeardEvents heard = new HeardEvents();

    @Test
    void aWrongLoginIsToldWithTheProfileAndWhatToDo() throws Exception {
        try (Farm farm = new Farm(folder)) {
            KojiBuild build = KojiBuild.start(
                    farm.client("dev", "wrong"),
                    Farm.scm(),
                    FarmOrigin.UNKNOWN,
                    heard,
                    farm.store(),
                    Farm.RHYTHM,
                    Optional.empty());
            ProblemFound problem = failed(build, KojiFailure.UNAVAILABLE);

            assertThat(problem.message())
                    .isEqualTo("The login to the hub of the profile 'farm' failed: invalid username or password");
            assertThat(problem.fix()).contains("kinit", "/koji --profile farm moshimoshi");
            assertThat(farm.hub().tasks()).isEmpty();
        }
    }

    @Test
    void aHubUnderMaintenanceIsToldInItsOwnWords() throws Exception {
        try (Farm farm = new Farm(folder)) {
            farm.hub().offline("Maintenance until 18:00 UTC");
            ProblemFound problem = failed(farm.start(heard), KojiFailure.UNAVAILABLE);

            assertThat(problem.message())
                    .isEqualTo(
                            "The hub of the profile 'farm' does not answer: ServerOffline: Maintenance until 18:00 UTC");
        }
    }

    @Test
    void anUnknownTargetIsRefused() throws Exception {
        try (Farm farm = new Farm(folder)) {
            KojiRequest request =
                    new KojiRequest.ComponentBuild("greet", "nope", KojiSource.of(Farm.SOURCE), List.of(), true);
            ProblemFound problem = failed(farm.start(request, heard), KojiFailure.REFUSED);

            assertThat(problem.message()).isEqualTo("Koji refuses: No such build target: nope");
        }
    }

    @Test
    void aTaskThatGoesOnIsToldWhenItCannotBeCanceled() throws Exception {
        try (Farm farm = new Farm(folder)) {
            KojiBuild first = farm.start(heard);
            Waiting.until("the task is there", () -> first.task().isPresent());
            first.leave();
            first.await();
            HeardEvents other = new HeardEvents();
            KojiBuild build = KojiBuild.watch(
                    farm.client("guest", "guestpw"), 1, other, farm.store(), Farm.RHYTHM, Optional.empty());
            Waiting.until("the task is seen", () -> !other.farm(KojiEvent.TaskChanged.class)
                    .isEmpty());
            build.stop();
            BuildResult result = build.await();

            assertThat(result.outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(result.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.message()).startsWith("Task 1 was not canceled and goes on.");
                assertThat(problem.fix()).endsWith("koji --profile farm cancel 1");
            });
        }
    }

    @Test
    void targetsTagsAndTasksAreToldAndTasksCanceled() throws Exception {
        try (Farm farm = new Farm(folder)) {
            List<String> shown = new ArrayList<>();
            KojiQuestions questions = new KojiQuestions(farm.client(), shown::add);
            assertThat(questions.targets())
                    .contains(new KojiTarget("azl4-images", "azl4-build", "azl4-images"))
                    .hasSize(2);
            assertThat(questions.tags()).containsExactly("azl4", "azl4-build", "azl4-images");
            assertThat(shown)
                    .containsExactly(
                            farm.client().program() + " --profile farm --noauth call --json getBuildTargets",
                            farm.client().program() + " --profile farm --noauth call --json listTags");
            assertThatThrownBy(() -> questions.tree(99))
                    .isInstanceOf(KojiFailed.class)
                    .hasMessage("The hub has no task 99");
        }
    }

    @Test
    void aSourcePackageOfAComponentIsUploadedWhole() throws Exception {
        assumeTrue(HostTools.find("rpmbuild").isPresent(), "rpmbuild is missing.");
        try (Farm farm = new Farm(folder)) {
            Distro distro = new DistroLoader()
                    .load(new DiskTree(Path.of("sample-distros/bowler").toAbsolutePath()));
            String name = distro.components().keySet().iterator().next();
            List<String> said = new ArrayList<>();
            Path file = SourcePackage.make(
                    distro,
                    Objects.requireNonNull(distro.components().get(name)),
                    Files.createDirectories(folder.resolve("source")),
                    said::add);
            assertThat(said).anyMatch(line -> line.startsWith("$ ") && line.contains("rpmbuild -bs"));
            KojiBuild build = farm.start(KojiRequest.scratch(name, Farm.TARGET, file), heard);
            Waiting.until("the task is there", () -> build.task().isPresent());
            build.stop();

            assertThat(build.await().outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(farm.hub().uploaded(file.getFileName().toString())).isEqualTo(Files.size(file));
        }
    }

    private static ProblemFound failed(KojiBuild build, KojiFailure kind) throws InterruptedException {
        BuildResult result = build.await();
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(build.failure()).contains(kind);
        assertThat(result.problems()).hasSize(1);
        return result.problems().getFirst();
    }
}
