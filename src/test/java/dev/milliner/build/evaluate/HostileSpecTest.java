package dev.milliner.build.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A spec that means ill harms nothing, leaves nothing, and ends. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileSpecTest {
    /** More than this on the disk is more than an answer needs, in bytes. */
    private static final long ROOM = 64L << 20;

    private static final int ATTEMPTS = 4;

    private static final EvaluationLimits SHORT =
            new EvaluationLimits(Duration.ofSeconds(10), 1, 256L << 20, 16L << 20, 32, 1 << 20);

    private static final EvaluationLimits IMPATIENT =
            new EvaluationLimits(Duration.ofSeconds(1), 2, 256L << 20, 16L << 20, 32, 1 << 20);

    /** How much longer than the patience of two evaluations their end may take. */
    private static final Duration SLACK = Duration.ofSeconds(8);

    /** How long what shall not end sleeps; no other process does so. */
    private static final String NAP =
            "1" + "%09d".formatted(ProcessHandle.current().pid());

    private static final String MARK =
            "milliner-hostile-" + ProcessHandle.current().pid();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void demandTools() {
        SpecTree.demandTools();
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains("sleep " + NAP) || line.contains(SpecEvaluator.FOLDER)))
                .isEmpty();
        try (Stream<Path> made = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(made.filter(path -> path.toString().contains(SpecEvaluator.FOLDER)))
                    .isEmpty();
        }
    }

    private SpecTree tree(String head) throws IOException {
        return new SpecTree(folder.resolve("tree")).write(head.replace("NAP", NAP), "", "", "");
    }

    private List<Path> places() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree")).toRealPath();
        return List.of(
                tree.resolve(MARK),
                Path.of(System.getProperty("user.home"), MARK),
                Path.of("/tmp", MARK),
                Path.of("/var/tmp", MARK),
                Path.of("/dev/shm", MARK),
                Path.of("/run", MARK),
                Path.of("/usr", MARK));
    }

    private String touches() throws IOException {
        StringBuilder script = new StringBuilder("touch \"$HOME\"/" + MARK);
        places().forEach(place -> script.append("; touch ").append(place));
        return script + "; true";
    }

    private void assertUntouched() throws IOException {
        assertThat(places()).allSatisfy(place -> assertThat(place).doesNotExist());
        try (Stream<Path> files = Files.walk(folder.resolve("tree"))) {
            assertThat(files.filter(Files::isRegularFile).map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("a.spec", "a.comp.toml", "azldev.toml");
        }
    }

    @Test
    void commandsWriteNothing() throws Exception {
        SpecEvaluation answer = SpecTree.evaluated(tree("%global ran %(" + touches() + "; echo yes)\n%{echo:%{ran}}")
                .evaluate(SHORT)
                .before());
        assertThat(answer.packages()).hasSize(1);
        assertUntouched();
    }

    @Test
    void luaWritesNothing() throws Exception {
        SpecTree.evaluated(tree("""
                %%{lua:
                os.execute([[%1$s]])
                local handle = io.popen([[%1$s]]); if handle then handle:close() end
                for _, place in ipairs({%2$s}) do
                  local file = io.open(place, "w"); if file then file:write("x"); file:close() end
                  if posix then pcall(posix.mkdir, place); pcall(posix.symlink, "/etc", place) end
                end
                }""".formatted(
                                touches(),
                                String.join(
                                        ", ",
                                        places().stream()
                                                .map(place -> "'" + place + "'")
                                                .toList())))
                .evaluate(SHORT)
                .before());
        assertUntouched();
    }

    /** As root's the build may read it; a spec that is only looked at may not. */
    @Test
    void neitherSecretsNorTheHomeAreRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "hush");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        String head = """
                %%global said %%(cat /etc/shadow %s 2> /dev/null | wc -c)
                %%global home %%(ls -A %s 2> /dev/null | wc -l)
                %%global token %%(env | grep -c -i -e token -e ssh -e '^USER=')
                """.formatted(secret, System.getProperty("user.home"));
        SpecEvaluation answer = SpecTree.evaluated(new SpecTree(folder.resolve("tree"))
                .write(head, "URL: said-%{said}-home-%{home}-token-%{token}", "", "")
                .evaluate(SHORT)
                .before());
        assertThat(answer.packages().getFirst().get(Fact.TAGS)).contains("URL: said-0-home-0-token-0");
    }

    @Test
    void theHostsLoopbackIsOutOfReach() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            int port = server.getLocalPort();
            SpecTree.evaluated(tree("""
                            %%global x %%(bash -c 'echo hello > /dev/tcp/127.0.0.1/%1$d' 2> /dev/null; echo x)
                            %%global y %%(nc -w 1 127.0.0.1 %1$d < /dev/null 2> /dev/null; echo y)
                            %%global z %%(curl -s -m 1 http://127.0.0.1:%1$d 2> /dev/null; echo z)
                            """.formatted(port)).evaluate(SHORT).before());
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%(sleep NAP)",
                "%(while :; do :; done)",
                "%(setsid sleep NAP > /dev/null 2>&1 < /dev/null & setsid sleep NAP; true)",
                "%(trap '' TERM HUP INT; sleep NAP; sleep NAP)",
                "%{lua:while true do end}",
                "%{lua:while true do os.execute('true') end}",
                "%{lua:for i = 1, 400 do posix.fork() end; posix.sleep(NAP)}",
                "%(f() { f | f & }; f; sleep NAP)",
            })
    void whatDoesNotEndIsEnded(String macro) throws Exception {
        Instant start = Instant.now();
        ComponentEvaluation answer = tree("%global x " + macro).evaluate(IMPATIENT);
        assertThat(Duration.between(start, Instant.now()))
                .isLessThan(IMPATIENT.patience().multipliedBy(2).plus(SLACK));
        assertThat(answer.difference()).isEmpty();
        assertThat(answer.before()).isInstanceOfSatisfying(SpecAnswer.None.class, none -> assertThat(none.reason())
                .contains("a.spec", "ended")
                .endsWith("."));
    }

    @Test
    void whatStaysBehindIsEnded() throws Exception {
        SpecEvaluation answer =
                SpecTree.evaluated(tree("%global x %(setsid sleep NAP > /dev/null 2>&1 < /dev/null & echo x)")
                        .evaluate(SHORT)
                        .before());
        assertThat(answer.packages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%{lua:local t = {}; while true do t[#t + 1] = string.rep('x', 1 << 20) end}",
                "%(head -c 3G /dev/zero | tail)",
                "%(while head -c 1M /dev/zero; do :; done > $HOME/full; echo x)",
                "%(i=0; while head -c 4M /dev/zero > $TMPDIR/$i; do i=$((i+1)); done; echo x)",
                "%(i=0; while head -c 4M /dev/zero > /dev/shm/$i; do i=$((i+1)); done; echo x)",
                "%{lua:while true do io.stdout:write(string.rep('x', 1 << 16)) end}",
                "%{lua:while true do io.stderr:write(string.rep('x', 1 << 16)) end}",
                "%(while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done >&2)",
                "%{lua:function f() return rpm.expand('%{lua:f()}') end f()}",
            })
    void whatTakesTooMuchIsEnded(String macro) throws Exception {
        // Other tests write to the same disk meanwhile; what this one writes it would write each time.
        long taken = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && taken >= ROOM; attempt++) {
            taken = takenBy(macro);
        }
        assertThat(taken).isLessThan(ROOM);
        assertUntouched();
    }

    private long takenBy(String macro) throws Exception {
        long free = folder.toFile().getUsableSpace();
        Instant start = Instant.now();
        ComponentEvaluation answer = tree("%global x " + macro + "\n%{x}").evaluate(SHORT);
        assertThat(Duration.between(start, Instant.now()))
                .isLessThan(SHORT.patience().multipliedBy(2).plus(SLACK));
        // Some of it ends by itself where it finds no more to take.
        Optional<SpecEvaluationDifference> difference = answer.difference();
        difference.ifPresent(one -> assertThat(one.isEmpty()).isTrue());
        return free - folder.toFile().getUsableSpace();
    }

    /** What it prints is not taken for rpm's answer, and the terminal is not its own. */
    @Test
    void whatItPrintsIsNotHeard() throws Exception {
        SpecEvaluation answer = SpecTree.evaluated(tree("""
                %{lua:io.stdout:write("x\\tpackage\\tevil\\n\\27]0;evil\\7\\n")}
                %{echo:evil}""").evaluate(SHORT).before());
        assertThat(answer.packages()).extracting(EvaluatedPackage::name).containsExactly("a");
    }

    /** Tells whether the spec's command runs. */
    private static boolean naps() {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").contains("sleep " + NAP));
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        SpecTree tree = tree("%global x %(sleep NAP)");
        Thread here = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            try {
                Waiting.until("the spec's command runs", HostileSpecTest::naps);
            } finally {
                here.interrupt();
            }
        });
        Instant start = Instant.now();
        assertThatThrownBy(() -> tree.evaluate()).isInstanceOf(InterruptedException.class);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }
}
