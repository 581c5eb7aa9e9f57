package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.explain.FaultPlace;
import dev.milliner.build.explain.Finding;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.Privileges;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.BuildEvent.Finished;
import dev.milliner.build.run.BuildEvent.LogLine;
import dev.milliner.build.run.BuildEvent.ProblemFound;
import dev.milliner.build.run.BuildEvent.StageStarted;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.Outcome;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Builds of the sample distro that fail, are stopped or find something wrong say why, and leave nothing. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BowlerFailureTest extends BowlerBuilds {
    @Test
    void stoppedWhilePackagesAreInstalledItLeavesNothing() throws Exception {
        assumeToolsFor("oci");
        stopsAt(CONTAINER, "bootstrap: Dependencies resolved");
    }

    @Test
    void stoppedWhileTheDiskIsMountedItLeavesNothing() throws Exception {
        assumeToolsFor("oem");
        assumeTrue(Privileges.isRoot(), "Disks are built by root; this test is not run by root.");
        stopsAt(DISK, "Syncing system to image");
    }

    @Test
    void stoppedWhilePackagesAreBuiltItLeavesNothing() throws Exception {
        assumeToolsFor("oci");
        stopsAt(CONTAINER, "Building busybox");
    }

    @Test
    void aPackageThatIsNowhereIsTheCause() throws Exception {
        assumeToolsFor("oci");
        RecordingListener listener = new RecordingListener(event -> {});
        BuildResult result = build(
                CONTAINER,
                listener,
                changed("images/container/bowler-container.kiwi", "\"ribbon\"", "\"no-such-package\""));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.problems())
                .extracting(ProblemFound::message)
                .anyMatch(text -> text.contains("no-such-package"));
        assertThat(result.explanation()).get().satisfies(explanation -> {
            Finding cause = explanation.cause().orElseThrow();
            assertThat(cause.cause()).contains("no-such-package");
            assertThat(cause.place())
                    .get()
                    .extracting(FaultPlace::file)
                    .isEqualTo("images/container/bowler-container.kiwi");
            assertThat(Files.readAllLines(result.log()).get(explanation.lines().getFirst() - 1))
                    .contains("no-such-package");
        });
        assertLeftClean(result);
    }

    @Test
    void aWrongClaimIsFoundInWhatWasBuilt() throws Exception {
        assumeToolsFor("oci");
        String claims = Files.readString(ROOT.resolve("images/images.toml"));
        assertThat(claims).contains("systemd = false");
        BuildResult result = build(
                CONTAINER,
                new RecordingListener(event -> {}),
                Map.of(
                        "images/images.toml",
                        claims.replace("systemd = false", "systemd = true")
                                .replace("machine-bootable = false", "machine-bootable = true")));
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.artifacts()).isNotEmpty();
        assertThat(result.problems()).hasSize(4).allSatisfy(problem -> assertThat(problem.stage())
                .isEqualTo(Stage.INSPECT));
        assertThat(result.problems().subList(1, 4)).allSatisfy(problem -> {
            assertThat(problem.fix()).contains("images/images.toml:");
        });
    }

    @Test
    void anOverlayThatDoesNotApplyIsTheCause() throws Exception {
        assumeToolsFor("oci");
        BuildResult result = build(
                CONTAINER,
                new RecordingListener(event -> {}),
                changed("comps/greet/greet.comp.toml", "^gcc ", "^clang "));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.stage()).isEqualTo(Stage.SOURCES);
            assertThat(problem.message()).contains("greet", "`^clang `");
        });
    }

    @Test
    void aTypeThatIsNotBuiltIsRefusedBeforeAnythingRuns() throws Exception {
        RecordingListener listener = new RecordingListener(event -> {});
        BuildResult result =
                build(ARCHIVE, listener, changed("images/root/bowler-root.kiwi", "image=\"tbz\"", "image=\"pxe\""));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("'pxe'", "is not built here");
            assertThat(problem.fix()).contains("oci, docker, tbz, ext4 and oem", "images/root/bowler-root.kiwi");
        });
        assertThat(listener.events(StageStarted.class)).isEmpty();
    }

    private void stopsAt(String image, String line) throws Exception {
        CompletableFuture<Build> build = new CompletableFuture<>();
        RecordingListener listener = new RecordingListener(event -> {
            if (event instanceof LogLine log && log.text().contains(line)) {
                build.join().stop();
            }
        });
        build.complete(Build.start(
                BuildRequest.of(distro(Map.of()), image).of(network(image)), listener, new BuildStore(folder)));
        BuildResult result = build.join().await();
        assertThat(result.outcome()).as(listener.tail()).isEqualTo(Outcome.STOPPED);
        assertThat(listener.events().getLast()).isInstanceOf(Finished.class);
        assertLeftClean(result);
    }
}
