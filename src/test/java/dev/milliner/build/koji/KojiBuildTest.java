package dev.milliner.build.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.Waiting;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.BuildEvent.Finished;
import dev.milliner.build.run.BuildEvent.LogLine;
import dev.milliner.build.run.BuildEvent.ProblemFound;
import dev.milliner.build.run.BuildEvent.Progress;
import dev.milliner.build.run.BuildEvent.StageFinished;
import dev.milliner.build.run.BuildEvent.StageStarted;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds on the stand-in hub, by the real client. */
class KojiBuildTest {
    @TempDir
    private Path folder;

    private final HeardEvents heard = new HeardEvents();

    @Test
    void aBuildIsWatchedToItsEndAndItsResultsAreFetched() throws Exception {
        try (Farm farm = new Farm(folder)) {
            KojiBuild build = farm.start(heard);
            int arch = begin(farm);
            byte[] text = "caf\u00e9 \u2713\n".getBytes(StandardCharsets.UTF_8);
            farm.builder().write(arch, "build.log", "Mock Version: 5.9\n");
            Waiting.until("the log comes", () -> heard.heard("Mock Version: 5.9"));
            farm.builder().write(arch, "build.log", Arrays.copyOf(text, 4));
            Waiting.until("half a character is here", () -> size(log(build, arch, "build.log")) == 22);
            farm.builder().write(arch, "build.log", Arrays.copyOfRange(text, 4, text.length));
            farm.builder().write(arch, "root.log", "DEBUG util.py: one\nno end");
            end(farm, arch);
            BuildResult result = build.await();

            assertThat(result.problems()).isEmpty();
            assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(heard.lines(arch, "build.log")).containsExactly("Mock Version: 5.9", "caf\u00e9 \u2713");
            assertThat(heard.lines(arch, "root.log")).containsExactly("DEBUG util.py: one", "no end");
            assertThat(result.artifacts())
                    .extracting(Artifact::kind)
                    .containsExactlyInAnyOrder("source_package", "package");
            for (Artifact artifact : result.artifacts()) {
                String name = artifact.path().getFileName().toString();
                int task = Integer.parseInt(artifact.path()
                        .getName(artifact.path().getNameCount() - 2)
                        .toString());
                assertThat(artifact.path()).hasBinaryContent(made(farm, task, name));
            }
            assertThat(heard.events(StageStarted.class))
                    .extracting(StageStarted::stage)
                    .containsExactly(Stage.CHECK, Stage.PACKAGES, Stage.INSPECT);
            assertThat(heard.events(StageFinished.class)).allMatch(StageFinished::succeeded);
            assertThat(heard.events(LogLine.class).stream().map(LogLine::sequence))
                    .isEqualTo(Stream.iterate(1L, one -> one + 1)
                            .limit(heard.lines().size())
                            .toList());
            List<Double> progress = heard.events(Progress.class).stream()
                    .map(Progress::fraction)
                    .toList();
            assertThat(progress).isSorted().endsWith(1.0);
            assertThat(heard.events().getLast()).isEqualTo(new Finished(result));
            assertThat(heard.lines())
                    .contains("$ " + farm.client().program()
                            + " --profile farm build --nowait --noprogress --scratch azl4 '" + Farm.SOURCE + "'");
            assertThat(states(arch)).endsWith(TaskState.Over.CLOSED).contains(TaskState.Going.OPEN);
            assertThat(Files.readAllLines(result.log())).hasSize(heard.lines().size());
            assertThat(KojiFolder.unfinished(farm.store())).isEmpty();
        }
    }

    @Test
    void aFailedTaskSaysWhyAndKeepsItsLogs() throws Exception {
        try (Farm farm = new Farm(folder)) {
            KojiBuild build = farm.start(heard);
            int arch = begin(farm);
            farm.builder().write(arch, "build.log", "error: Bad exit status\n");
            farm.builder().fail(arch, 1005, "error building package (arch x86_64), mock exited with status 1");
            farm.builder().fail(1, 1005, "error building package (arch x86_64), mock exited with status 1");
            BuildResult result = build.await();

            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(build.failure()).contains(KojiFailure.TASK);
            assertThat(result.problems())
                    .extracting(ProblemFound::message)
                    .containsExactly(
                            "Task " + arch + " buildArch (x86_64) failed: error building package (arch x86_64),"
                                    + " mock exited with status 1");
            assertThat(log(build, arch, "build.log")).hasContent("error: Bad exit status\n");
            assertThat(farm.hub().calls()).doesNotContain("HTTP GET");
        }
    }

    @Test
    void stoppingCancelsTheTaskAndAnExpiredSessionIsRenewed() throws Exception {
        try (Farm farm = new Farm(folder)) {
            // The client asks for the target between its login and the submission.
            farm.hub().before("getBuildTarget", farm.hub()::expireSessions);
            KojiBuild build = farm.start(heard);
            int arch = begin(farm);
            farm.builder().write(arch, "build.log", "begun\n");
            Waiting.until("the log comes", () -> heard.heard("begun"));
            build.stop();

            assertThat(build.await().outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(build.await().problems()).isEmpty();
            assertThat(farm.hub().tasks().values())
                    .filteredOn(task -> task.state == 3)
                    .extracting(task -> task.id)
                    .contains(1, arch);
            assertThat(heard.lines())
                    .contains(
                            "$ " + farm.client().program() + " --profile farm cancel 1",
                            "Task 1 build (noarch) is canceled");
            List<String> calls = farm.hub().calls();
            // One login to say who asks, one to submit, and the renewed one.
            assertThat(calls.subList(0, calls.indexOf("build")))
                    .filteredOn("login"::equals)
                    .hasSize(3);
            assertThat(farm.hub().tasks().values())
                    .extracting(task -> task.method)
                    .containsOnlyOnce("build");
            assertThat(KojiFolder.unfinished(farm.store())).isEmpty();
        }
    }

    @Test
    void aHubThatDiesInBetweenLosesNothing() throws Exception {
        try (Farm farm = new Farm(folder)) {
            KojiBuild build = farm.start(heard);
            int arch = begin(farm);
            String first = "one caf\u00e9 \u2713\n".repeat(10_000);
            farm.builder().write(arch, "build.log", first);
            // The client fetches 100 KiB at a time: the hub dies with some of it given.
            farm.hub().before("downloadTaskOutput", () -> farm.hub().before("downloadTaskOutput", farm.hub()::die));
            Waiting.until(
                    "the silence is heard",
                    () -> heard.farm(KojiEvent.HubSilent.class).size() > 1);
            assertThat(heard.farm(KojiEvent.LogGrew.class))
                    .extracting(KojiEvent.LogGrew::size)
                    .contains(102_400L);
            farm.builder().write(arch, "build.log", "two\n".repeat(1000));
            farm.hub().revive();
            Waiting.until("the hub is heard again", () -> !heard.farm(KojiEvent.HubBack.class)
                    .isEmpty());
            end(farm, arch);
            BuildResult result = build.await();

            assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(log(build, arch, "build.log")).hasBinaryContent(made(farm, arch, "build.log"));
            assertThat(String.join("\n", heard.lines(arch, "build.log")) + "\n")
                    .isEqualTo(new String(made(farm, arch, "build.log"), StandardCharsets.UTF_8));
            assertThat(heard.lines()).anyMatch(line -> line.startsWith("The hub does not answer since "));
            List<KojiEvent.HubSilent> silence = heard.farm(KojiEvent.HubSilent.class);
            assertThat(silence.get(1).since()).isEqualTo(silence.get(0).since());
            assertThat(silence.get(1).retryIn()).isGreaterThan(silence.get(0).retryIn());
        }
    }

    @Test
    void aRestartedMillinerGoesOnWhereItLeft() throws Exception {
        try (Farm farm = new Farm(folder)) {
            KojiBuild left = farm.start(heard);
            int arch = begin(farm);
            farm.builder().write(arch, "build.log", "one\ntwo\nthr");
            Waiting.until("the log comes", () -> heard.heard("two"));
            assertThatThrownBy(() -> KojiBuild.resume(farm.client().program(), left.folder(), heard, Farm.RHYTHM))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is being watched already");
            left.leave();
            assertThat(left.await().outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(KojiFolder.unfinished(farm.store())).containsExactly(left.folder());
            assertThat(farm.hub().tasks().get(1)).extracting(task -> task.state).isEqualTo(1);

            farm.builder().write(arch, "build.log", "ee\nfour\n");
            end(farm, arch);
            HeardEvents later = new HeardEvents();
            KojiBuild resumed = KojiBuild.resume(farm.client().program(), left.folder(), later, Farm.RHYTHM);
            BuildResult result = resumed.await();

            assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(heard.lines(arch, "build.log")).containsExactly("one", "two");
            assertThat(later.lines(arch, "build.log")).containsExactly("three", "four");
            assertThat(log(resumed, arch, "build.log")).hasBinaryContent(made(farm, arch, "build.log"));
            assertThat(later.events(LogLine.class).getFirst().sequence())
                    .isGreaterThan(heard.events(LogLine.class).getFirst().sequence());
            assertThat(farm.hub().tasks()).hasSize(3);
            assertThat(Files.readString(result.log())).contains("one", "two", "three", "four");
        }
    }

    @Test
    void aLostAnswerMakesNoSecondTask() throws Exception {
        try (Farm farm = new Farm(folder)) {
            farm.hub().loseNextAnswerOf("build");
            KojiBuild build = farm.start(heard);
            Waiting.until("the task is found", () -> build.task().isPresent());
            assertThat(build.task()).hasValue(1);
            assertThat(heard.lines()).contains("The hub had made the task already");
            int arch = begin(farm);
            end(farm, arch);

            assertThat(build.await().outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(farm.hub().tasks().values())
                    .extracting(task -> task.method)
                    .containsOnlyOnce("build");
        }
    }

    @Test
    void aBuilderThatBeginsAgainBeginsItsLogsAgain() throws Exception {
        try (Farm farm = new Farm(folder)) {
            KojiBuild build = farm.start(heard);
            int arch = begin(farm);
            farm.builder().write(arch, "build.log", "a long line of the first try\n");
            Waiting.until("the log comes", () -> heard.heard("first try"));
            farm.builder().restart(arch);
            farm.builder().write(arch, "build.log", "second\n");
            Waiting.until("the new log comes", () -> heard.heard("second"));
            end(farm, arch);

            assertThat(build.await().outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(log(build, arch, "build.log")).hasContent("second\n");
        }
    }

    @Test
    void anImageMayLackAnArchitectureThatMayFail() throws Exception {
        try (Farm farm = new Farm(folder)) {
            KojiRequest request = new KojiRequest.ImageBuild(
                    "vm-base",
                    "azl4-images",
                    "git+https://git.kojihub.example/images.git?#9b0e77d",
                    "vm-base/vm-base.kiwi",
                    Optional.of("core"),
                    List.of("x86_64", "aarch64"),
                    List.of("https://repo.kojihub.example/azl4/$arch"),
                    Optional.of("1"),
                    true);
            KojiBuild build = farm.start(request, heard);
            Waiting.until("the task is there", () -> farm.hub().tasks().containsKey(1));
            farm.builder().open(1);
            int good = farm.builder().child(1, "createKiwiImage", "x86_64");
            int bad = farm.builder().child(1, "createKiwiImage", "aarch64");
            farm.builder().open(good);
            farm.builder().open(bad);
            farm.builder().write(good, "image-root.x86_64.log", "[ INFO    ]: 10:00:00 | done\n");
            farm.builder().write(good, "vm-base.x86_64-4.0-1.qcow2", new byte[4096]);
            farm.builder().fail(bad, 1000, "Command failed: kiwi-ng system build");
            farm.builder().close(good);
            farm.builder().close(1);
            BuildResult result = build.await();

            assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(result.artifacts()).singleElement().satisfies(image -> {
                assertThat(image.path()).hasSize(4096).hasFileName("vm-base.x86_64-4.0-1.qcow2");
                assertThat(image.kind()).isEqualTo("image_file");
            });
            assertThat(result.problems())
                    .extracting(ProblemFound::message)
                    .containsExactly(
                            "Task " + bad + " createKiwiImage (aarch64) failed: Command failed: kiwi-ng system build");
            assertThat(Objects.requireNonNull(farm.hub().tasks().get(1)).request)
                    .contains("azl4-images", List.of("x86_64", "aarch64"), "vm-base/vm-base.kiwi");
        }
    }

    /** Lets the builder take the task, make its source package and begin to build; gives the number of that task. */
    private static int begin(Farm farm) {
        Waiting.until("the task is there", () -> farm.hub().tasks().containsKey(1));
        farm.builder().open(1);
        int srpm = farm.builder().child(1, "buildSRPMFromSCM", "noarch");
        farm.builder().open(srpm);
        farm.builder().write(srpm, "checkout.log", "$ git clone\n");
        farm.builder().write(srpm, "greet-1.0-1.src.rpm", new byte[480]);
        farm.builder().close(srpm);
        int arch = farm.builder().child(1, "buildArch", "x86_64");
        farm.builder().open(arch);
        return arch;
    }

    private static void end(Farm farm, int arch) {
        farm.builder().write(arch, "greet-1.0-1.x86_64.rpm", new byte[230]);
        farm.builder().close(arch);
        farm.builder().close(1);
    }

    private List<TaskState> states(int task) {
        return heard.farm(KojiEvent.TaskChanged.class).stream()
                .filter(change -> change.task().id() == task)
                .map(change -> change.task().state())
                .toList();
    }

    private static byte[] made(Farm farm, int task, String file) {
        return Objects.requireNonNull(
                Objects.requireNonNull(farm.hub().tasks().get(task)).files.get(file));
    }

    private static Path log(KojiBuild build, int task, String file) {
        return build.logs().resolve("noarch-1/x86_64-" + task).resolve(file);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException missing) {
            return -1;
        }
    }
}
