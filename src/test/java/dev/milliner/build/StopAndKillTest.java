package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.Waiting;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.Containment;
import dev.milliner.build.host.HostCheck;
import dev.milliner.build.host.HostFinding;
import dev.milliner.build.host.LoopDevices;
import dev.milliner.build.host.Privileges;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.BuildEvent.LogLine;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.Outcome;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.ground.HostTools;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stops and kills builds of a disk at moments of a random choice, most of them while KIWI works, as it is then that the
 * host has something to lose. Skipped where a disk cannot be built. {@code -Dmilliner.stops=10} stops more of them, and kills half
 * as many; {@code -Dmilliner.seed=N} chooses other moments.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class StopAndKillTest {
    private static final Path SAMPLE = Path.of("sample-distros/bowler");
    private static final String DISK = "bowler-disk";
    private static final int STOPS = Integer.getInteger("milliner.stops", 4);
    private static final int KILLS = (STOPS + 1) / 2;
    private static final long SEED = Long.getLong("milliner.seed", 20261124);

    @TempDir
    Path folder;

    /**
     * A moment of a build.
     *
     * @param stage its stage
     * @param line how many lines the stage has logged
     */
    private record Moment(Stage stage, int line) {}

    @Test
    void nothingIsLeftOfABuildThatWasStoppedOrKilled() throws Exception {
        assumeADiskCanBeBuilt();
        BuildStore store = new BuildStore(folder.resolve("state/milliner/builds"));
        RecordingListener whole = new RecordingListener(event -> {});
        BuildResult first = Build.start(request(), whole, store).await();
        assumeTrue(
                first.problems().stream().noneMatch(problem -> problem.message().contains("kernel")),
                "No kernel can be had here.");
        assertThat(first.outcome()).as(whole.tail()).isEqualTo(Outcome.SUCCEEDED);
        List<String> devices = devices();
        List<String> sample = sample();
        Random random = new Random(SEED);
        for (int i = 0; i < STOPS; i++) {
            stop(store, moment(whole, random, i % 3 == 0), i % 2 == 0);
            assertNothingIsLeft(devices);
        }
        for (int i = 0; i < KILLS; i++) {
            kill(moment(whole, random, i == 0));
            List<DeadBuilds.Swept> swept = new DeadBuilds(store).sweep();
            assertThat(swept).singleElement().satisfies(one -> assertThat(one.left())
                    .isEmpty());
            assertThat(new DeadBuilds(store).sweep()).isEmpty();
            assertNothingIsLeft(devices);
        }
        assertThat(sample()).isEqualTo(sample);
        RecordingListener last = new RecordingListener(event -> {});
        assertThat(Build.start(request(), last, store).await().outcome())
                .as(last.tail())
                .isEqualTo(Outcome.SUCCEEDED);
    }

    private static Moment moment(RecordingListener whole, Random random, boolean early) {
        Stage stage = early ? (random.nextBoolean() ? Stage.SOURCES : Stage.PACKAGES) : Stage.IMAGE;
        long lines = whole.events(LogLine.class).stream()
                .filter(line -> line.stage() == stage)
                .count();
        return new Moment(stage, 1 + random.nextInt(Math.toIntExact(lines)));
    }

    private static void stop(BuildStore store, Moment moment, boolean polite) throws Exception {
        CompletableFuture<Build> build = new CompletableFuture<>();
        AtomicInteger count = new AtomicInteger();
        RecordingListener listener = new RecordingListener(event -> {
            if (event instanceof LogLine line
                    && line.stage() == moment.stage()
                    && count.incrementAndGet() == moment.line()) {
                if (polite) {
                    build.join().stop();
                } else {
                    build.join().stopNow();
                }
            }
        });
        build.complete(Build.start(request(), listener, store));
        BuildResult result = build.join().await();
        // A wish that comes with the last line of a log may come too late.
        assertThat(result.outcome()).as(moment + listener.tail()).isIn(Outcome.STOPPED, Outcome.SUCCEEDED);
        assertThat(count.get()).as("the moment came: " + moment).isGreaterThanOrEqualTo(moment.line());
    }

    private void kill(Moment moment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.milliner.Milliner",
                "-C",
                SAMPLE.toString(),
                "build",
                "image",
                DISK,
                "--network",
                "--json");
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process program = builder.start();
        int count = 0;
        try (var events = program.inputReader()) {
            String line = events.readLine();
            while (line != null && count < moment.line()) {
                if (line.contains("\"log\"") && line.contains("\"" + moment.stage() + "\"")) {
                    count++;
                }
                line = events.readLine();
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertThat(count).as("the moment came: " + moment).isEqualTo(moment.line());
    }

    private void assertNothingIsLeft(List<String> devices) throws Exception {
        Path builds = folder.resolve("state").toRealPath();
        assertThat(mounts(builds)).isEmpty();
        assertThat(LoopDevices.below(builds)).isEmpty();
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(command -> command.contains(builds + "/")))
                .isEmpty();
        try (Stream<Path> all = Files.walk(builds, 4)) {
            assertThat(all.filter(path -> path.endsWith("work") || path.endsWith("owner")))
                    .isEmpty();
        }
        // The kernel tells udev, which takes its time.
        Waiting.until("no other device is left than " + devices, () -> devices.containsAll(devices()));
    }

    /** In any namespace that can be seen. */
    private static List<String> mounts(Path below) throws IOException {
        List<String> mounts = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path table :
                    processes.map(process -> process.resolve("mountinfo")).toList()) {
                try {
                    Files.readAllLines(table, java.nio.charset.StandardCharsets.ISO_8859_1).stream()
                            .filter(line -> line.contains(" " + below + "/"))
                            .forEach(mounts::add);
                } catch (IOException noProcess) {
                    // It is no process, or has ended.
                }
            }
        }
        return mounts;
    }

    /**
     * But for loop devices, which the kernel keeps for the next who asks, and their partitions while somebody uses
     * them: what is attached to ours is counted above, and other tests come and go with theirs.
     */
    private static List<String> devices() {
        try (Stream<Path> nodes = Files.list(Path.of("/dev"))) {
            return nodes.map(Path::toString)
                    .filter(node -> !node.matches("/dev/loop[0-9]+"))
                    .filter(node -> !isUsed(node.replaceFirst("(/dev/loop[0-9]+).*", "$1")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isUsed(String loop) {
        return Files.exists(Path.of(loop.replaceFirst("/dev", "/sys/block"), "loop/backing_file"));
    }

    private static List<String> sample() throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(SAMPLE)) {
            for (Path file : all.sorted().toList()) {
                files.add(file + " " + Files.getLastModifiedTime(file) + " "
                        + (Files.isRegularFile(file) ? Files.size(file) : 0));
            }
        }
        return files;
    }

    /** Its kernel is fetched. */
    private static BuildRequest request() {
        return BuildRequest.of(distro(), DISK).of(Containment.WITH_NETWORK);
    }

    private static Distro distro() {
        return new DistroLoader().load(new DiskTree(SAMPLE));
    }

    private static void assumeADiskCanBeBuilt() {
        for (HostFinding finding : HostCheck.forImage("oem", Path.of("/var/tmp"))) {
            assumeTrue(finding.ok(), finding.check() + ": " + finding.found() + "; " + finding.fix());
        }
        assumeTrue(Privileges.isRoot(), "Disks are built by root; this test is not run by root.");
        for (String tool : List.of("gcc", "busybox", "extlinux")) {
            assumeTrue(HostTools.find(tool).isPresent(), tool + " is missing.");
        }
    }
}
