package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.files.SetAside;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A second start has the process that runs open its tree, and never waits for one that does not. */
class HandOverTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private HandOver handOver() {
        return new HandOver(Optional.of(folder.resolve("a.socket")));
    }

    @Test
    void aTreeIsTakenByWhoeverRuns() throws Exception {
        BlockingQueue<Optional<Path>> taken = new LinkedBlockingQueue<>();
        assertThat(handOver().offer(Optional.of(folder))).isFalse();
        try (Taking taking = handOver().take(taken::add)) {
            assertThat(taking).isNotNull();
            assertThat(handOver().offer(Optional.of(folder))).isTrue();
            assertThat(handOver().offer(Optional.empty())).isTrue();
            assertThat(taken).containsExactly(Optional.of(folder), Optional.empty());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.socket"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
        assertThat(folder.resolve("a.socket")).doesNotExist();
        assertThat(handOver().offer(Optional.of(folder))).isFalse();
    }

    @Test
    void neitherWhatWasLeftNorWhatHangsKeepsAnybodyFromStarting() throws Exception {
        Path socket = folder.resolve("a.socket");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        assertThat(handOver().offer(Optional.of(folder))).as("nobody answers").isFalse();
        server.close();
        assertThat(socket).exists();
        assertThat(handOver().offer(Optional.of(folder))).as("nobody is there").isFalse();
        try (Taking taking = handOver().take(tree -> true)) {
            assertThat(taking).isNotNull();
            assertThat(handOver().offer(Optional.of(folder))).isTrue();
        }
        Files.writeString(socket, "no socket");
        assertThat(handOver().offer(Optional.of(folder))).isFalse();
        try (Taking taking = handOver().take(tree -> false)) {
            assertThat(taking).isNotNull();
            assertThat(handOver().offer(Optional.of(folder)))
                    .as("it is refused")
                    .isFalse();
        }
    }

    @Test
    void theSocketOfAnotherIsLeftAlone() throws Exception {
        Taking first = handOver().take(tree -> true);
        try (Taking second = handOver().take(tree -> true)) {
            assertThat(second).isNotNull();
            first.close();
            assertThat(handOver().offer(Optional.empty())).isTrue();
        }
    }

    @Test
    void aFolderThatOthersCanEnterIsNotUsed() throws Exception {
        Path open = Files.createDirectory(folder.resolve("r"));
        Path state = folder.resolve("s");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", open.toString(), "DISPLAY", ":1");
        assertThat(HandOver.of(environment, state).socket().orElseThrow()).hasParentRaw(state);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwx------"));
        assertThat(HandOver.of(environment, state).socket().orElseThrow()).hasParentRaw(open);
        assertThat(HandOver.of(Map.of("DISPLAY", ":2"), state).socket())
                .isNotEqualTo(HandOver.of(Map.of("DISPLAY", ":1"), state).socket());
        assertThat(HandOver.of(Map.of(), folder.resolve("x".repeat(100))).socket())
                .isEmpty();
    }

    private Process start(String... arguments) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.milliner.Milliner");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "XDG_STATE_HOME", folder.resolve("s").toString(),
                        "XDG_CONFIG_HOME", folder.resolve("c").toString(),
                        "XDG_CACHE_HOME", folder.resolve("k").toString()));
        builder.environment().remove("XDG_RUNTIME_DIR");
        return builder.start();
    }

    private List<String> open() {
        Path state = folder.resolve("s/milliner");
        return Memory.read(state.resolve("workbench.json"), SetAside.of(state)).memory().open().stream()
                .map(Memory.Open::root)
                .toList();
    }

    private void untilOpen(String... names) throws Exception {
        List<String> all =
                Stream.of(names).map(name -> folder.resolve(name).toString()).toList();
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> open().equals(all));
    }

    @Test
    void twoStartsAreOneProcessAndItsWindowsComeBackAfterAKill() throws Exception {
        String one = UiTest.copySample(folder.resolve("one")).toString();
        String two = UiTest.copySample(folder.resolve("two")).toString();
        Process first = start("open", one);
        Process again = first;
        try {
            untilOpen("one");
            untilTaken(first, one);
            assertThat(isTaken("open", two)).isTrue();
            untilOpen("one", "two");
            // On Linux this is kill -9, and its socket stays.
            first.destroyForcibly().waitFor();
            again = start();
            untilTaken(again, two);
            untilOpen("one", "two");
            untilTaken(again, one);
            assertThat(isTaken("open", one)).isTrue();
            assertThat(isTaken()).isTrue();
            untilOpen("one", "two");
            assertThat(again.isAlive()).isTrue();
        } finally {
            first.destroyForcibly();
            again.destroyForcibly().waitFor();
        }
    }

    /** A start that is not taken over stays. */
    private boolean isTaken(String... arguments) throws Exception {
        Process other = start(arguments);
        boolean ended = other.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        other.destroyForcibly();
        return ended && other.exitValue() == 0;
    }

    /** Until it takes what it is offered, it has no socket of its own yet. */
    private void untilTaken(Process process, String tree) throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("XDG_RUNTIME_DIR");
        HandOver over = HandOver.of(environment, folder.resolve("s/milliner"));
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS, TimeUnit.SECONDS, () -> process.isAlive() && over.offer(Optional.of(Path.of(tree))));
    }
}
