package dev.milliner.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real programs, each bad in its own way. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ToolRunTest {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private ToolCommand shell(String script) {
        return ToolCommand.of(folder, Map.of("NAMED", "yes"), List.of("sh", "-c", script));
    }

    private static ToolResult.Ended ended(ToolResult result) {
        assertThat(result).isInstanceOf(ToolResult.Ended.class);
        return (ToolResult.Ended) result;
    }

    /** The process that a script has told of in a file. */
    private ProcessHandle told() throws Exception {
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        return ProcessHandle.of(pid).orElse(ProcessHandle.current());
    }

    /** Whatever the script has started is gone, or on its way. */
    private void assertGone() throws Exception {
        ProcessHandle process = told();
        if (!process.equals(ProcessHandle.current())) {
            process.onExit().get(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void aSilentProgramIsEndedWhenItsTimeIsOver() throws Exception {
        ToolResult result = ToolRun.within(SHORT).of(shell("echo $$ > pid; echo still trying >&2; exec sleep 1000"));
        assertThat(result).isEqualTo(new ToolResult.Late(SHORT, "still trying\n"));
        assertThat(result.words()).contains("gives no answer", "was ended");
        assertGone();
    }

    @Test
    void aFloodOfErrorsStopsNeitherTheProgramNorItsOutput() throws Exception {
        ToolResult.Ended result = ended(
                ToolRun.within(LONG).of(shell("head -c 3000000 /dev/zero | tr '\\0' 'e' >&2; echo done; exit 3")));
        assertThat(result.errors().length()).isEqualTo(3_000_000);
        assertThat(result.output()).isEqualTo("done\n");
        assertThat(result.status()).isEqualTo(3);
    }

    @Test
    void anEndlessOutputIsCutOff() throws Exception {
        ToolResult result = new ToolRun(LONG, Duration.ZERO, 100_000).of(shell("echo $$ > pid; exec yes"));
        assertThat(result).isEqualTo(new ToolResult.TooMuch(100_000));
        assertGone();
    }

    @Test
    void aDaemonThatLeftTheFamilyIsEndedToo() throws Exception {
        ToolResult.Ended result = ended(ToolRun.within(LONG)
                .of(shell("setsid sh -c 'echo $$ > pid; exec sleep 1000' & until [ -s pid ]; do :; done; echo over")));
        assertThat(result.output()).isEqualTo("over\n");
        assertGone();
    }

    @Test
    void aToolWhoseOutputIsReadAsItComesLeavesNothingEither() throws Exception {
        List<String> lines = new ArrayList<>();
        ToolCommand command =
                shell("(setsid sh -c 'echo $$ > pid; exec sleep 1000' &) ; until [ -s pid ]; do :; done; echo over");
        try (RunningTool tool = RunningTool.start(command, lines::add, () -> {})) {
            assertThat(tool.await()).isZero();
            assertThat(tool.outlived()).isEqualTo(1);
        }
        assertThat(lines).containsExactly("over");
        assertGone();
    }

    @Test
    void nothingOfTheEnvironmentLeaksThatIsNotNamed() throws Exception {
        ToolResult.Ended result = ended(ToolRun.within(LONG).of(shell("env")));
        assertThat(result.output().lines().map(line -> line.replaceFirst("=.*", "")))
                .contains("NAMED", "PATH", "LC_ALL")
                .isSubsetOf("NAMED", "PATH", "LC_ALL", "TERM", "TZ", "MILLINER_TOOL", "PWD", "OLDPWD", "SHLVL", "_");
    }

    @Test
    void whatIsWrittenIsReadAndAProgramThatDoesNotReadIsNoTrouble() throws Exception {
        assertThat(ended(ToolRun.within(LONG).of(shell("cat"), "words")).output())
                .isEqualTo("words");
        assertThat(ended(ToolRun.within(LONG).of(shell("true"), "w".repeat(1_000_000)))
                        .status())
                .isZero();
    }

    @Test
    void aProgramThatIsNotThereIsSaid() throws Exception {
        ToolResult result = ToolRun.within(LONG).of(ToolCommand.of(folder, Map.of(), List.of("/no/such/program")));
        assertThat(result).isInstanceOf(ToolResult.Unstartable.class);
        assertThat(result.words()).startsWith("cannot be run: ").contains("/no/such/program");
    }

    @Test
    void anInterruptEndsTheToolAndTheWaiting() throws Exception {
        CompletableFuture<Thread> waiting = new CompletableFuture<>();
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {
            waiting.complete(Thread.currentThread());
            assertThatThrownBy(
                            () -> ToolRun.within(LONG).of(shell("echo $$ > pid.new; mv pid.new pid; exec sleep 1000")))
                    .isInstanceOf(InterruptedException.class);
        });
        Thread thread = waiting.get();
        while (!Files.exists(folder.resolve("pid"))) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        done.get(1, TimeUnit.MINUTES);
        assertGone();
    }
}
