package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.host.Containment;
import dev.milliner.build.host.EngineKind;
import dev.milliner.build.run.BuildEvent;
import dev.milliner.build.run.BuildEvent.LogLine;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.BuildTarget;
import dev.milliner.build.run.Outcome;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import dev.milliner.rpm.Level;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Specs that mean ill. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ContainmentTest {
    private static final String MARK =
            "milliner-containment-test-" + ProcessHandle.current().pid();

    @TempDir
    Path folder;

    private final List<BuildEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void needsTools() {
        for (String tool : List.of("rpmbuild", "createrepo_c")) {
            assumeTrue(HostTools.find(tool).isPresent(), tool + " is missing.");
        }
        assumeTrue(Containment.isAvailable(), "This host refuses namespaces.");
    }

    private void component(String name, String head, String build) throws IOException {
        Path spec = folder.resolve("root").resolve(name).resolve(name + ".spec");
        Files.createDirectories(spec.getParent());
        Files.writeString(spec, """
                %s
                Name: %s
                Version: 1
                Release: 1%%{?dist}
                Summary: x
                License: MIT
                %%description
                x
                %%build
                %s
                %%files
                """.formatted(head, name, build));
    }

    private Distro distro(String... names) throws IOException {
        StringBuilder root = new StringBuilder("""
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                """);
        for (String name : names) {
            root.append("[components.%1$s.spec]\ntype = \"local\"\npath = \"%1$s/%1$s.spec\"\n".formatted(name));
        }
        Files.writeString(folder.resolve("root/azldev.toml"), root);
        return new DistroLoader().load(new DiskTree(folder.resolve("root")));
    }

    private BuildResult build(Containment containment, String... names) throws IOException, InterruptedException {
        BuildRequest request = new BuildRequest(
                        distro(names),
                        new BuildTarget.OfComponents(List.of(names)),
                        Level.V3,
                        Optional.of(folder.resolve("out")),
                        EngineKind.LOCAL)
                .of(containment);
        return Build.start(request, events::add, new BuildStore(folder.resolve("builds")))
                .await();
    }

    private List<String> texts() {
        return events.stream()
                .filter(LogLine.class::isInstance)
                .map(event -> ((LogLine) event).text())
                .toList();
    }

    private String log() {
        return String.join("\n", texts());
    }

    @Test
    void nothingOutsideOfTheBuildIsWritten() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("root")).toRealPath();
        Path home = Path.of(System.getProperty("user.home"));
        Path temporary = Path.of("/tmp", MARK);
        List<Path> places = List.of(
                tree.resolve(MARK), home.resolve(MARK), Path.of("/var/tmp", MARK), temporary, Path.of("/usr", MARK));
        StringBuilder script = new StringBuilder();
        places.forEach(place -> script.append("touch ")
                .append(place)
                .append(" && echo wrote ")
                .append(place)
                .append("\n"));
        component(
                "bad",
                "%global said %(touch /tmp/" + MARK + "-read; touch " + tree + "/" + MARK + "-read; echo x)",
                script + "true");
        component("other", "", "true");
        BuildResult result = build(Containment.CLOSED, "bad", "other");
        assertThat(result.outcome()).as(log()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(places).allSatisfy(place -> assertThat(place).doesNotExist());
        assertThat(tree.resolve(MARK + "-read")).doesNotExist();
        assertThat(Path.of("/tmp", MARK + "-read")).doesNotExist();
        assertThat(texts()).anyMatch(text -> text.contains("/usr/" + MARK) && text.contains("Read-only file system"));
        assertThat(texts()).anyMatch(text -> text.contains(tree + "/" + MARK) && text.contains("No such file"));
        // It has a folder of temporary files, and that is its own.
        assertThat(texts()).contains("wrote " + temporary);
    }

    @Test
    void aBuildThatMustWriteOutsideFailsAndSaysWhere() throws Exception {
        component("bad", "", "echo x > /usr/" + MARK);
        BuildResult result = build(Containment.CLOSED, "bad");
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(log()).contains("cannot", "/usr/" + MARK).containsIgnoringCase("read-only file system");
    }

    @Test
    void theHostsLoopbackIsOutOfReachUntilTheUserSaysSo() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/bash")), "bash is missing.");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String connect = "bash -c 'exec 3<> /dev/tcp/127.0.0.1/%d' && echo connected || echo refused"
                    .formatted(server.getLocalPort());
            component("bad", "", connect);
            assertThat(build(Containment.CLOSED, "bad").outcome()).as(log()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(texts()).contains("refused").doesNotContain("connected");
            assertThat(log()).contains("Connection refused");
            events.clear();
            assertThat(build(Containment.WITH_NETWORK, "bad").outcome())
                    .as(log())
                    .isEqualTo(Outcome.SUCCEEDED);
            assertThat(texts()).contains("connected");
        }
    }

    @Test
    void aBuildThatFetchesSomethingIsToldWhatItLacks() throws Exception {
        component("bad", "", "echo 'curl: (6) Could not resolve host: files.invalid'; exit 1");
        BuildResult result = build(Containment.CLOSED, "bad");
        assertThat(result.problems()).singleElement().satisfies(problem -> assertThat(problem.fix())
                .contains("without the network", "--network"));
    }

    @Test
    void noSecretOfTheCallerIsSeen() throws Exception {
        component("bad", "", "echo \"token ${FOO_TOKEN:-none}\"; env | sed 's/=.*//' | sort | tr '\\n' ' '; true");
        distro("bad");
        ToolCommand command = ToolCommand.of(
                Path.of("").toAbsolutePath(),
                Map.of(
                        "FOO_TOKEN",
                        "secret",
                        "HOME",
                        folder.toString(),
                        "XDG_STATE_HOME",
                        folder.resolve("state").toString()),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "dev.milliner.Milliner",
                        "-C",
                        folder.resolve("root").toString(),
                        "build",
                        "component",
                        "bad",
                        "--uncontained"));
        ToolResult result = ToolRun.within(Duration.ofMinutes(2)).of(command);
        assertThat(result).isInstanceOfSatisfying(ToolResult.Ended.class, ended -> {
            assertThat(ended.status()).as(ended.errors()).isZero();
            assertThat(ended.errors() + ended.output()).contains("token none").doesNotContain("token secret");
        });
    }

    @Test
    void whatABuildLeavesRunningIsEndedAndSaid() throws Exception {
        component("bad", "", "setsid sleep 98765 > /dev/null 2>&1 < /dev/null &\nsetsid sleep 98766 &\ntrue");
        for (Containment containment : Containment.values()) {
            events.clear();
            BuildResult result = build(containment, "bad");
            assertThat(result.outcome()).as(log()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(texts()).anyMatch(text -> text.contains("2 processes outlived") && text.contains("were ended"));
            assertThat(ProcessHandle.allProcesses()
                            .map(process -> process.info().commandLine().orElse(""))
                            .filter(line -> line.contains("sleep 9876")))
                    .isEmpty();
        }
    }

    @Test
    void aSpecSeesTheBuildsUserItsOwnPlacesAndNoProcessOfTheHost() throws Exception {
        component("good", "", """
                echo "user $(id -u)"
                echo "home $(ls -A $HOME | tr '\\n' ' ')"
                [ -d /proc/%d ] && echo host
                echo x > $HOME/mine && echo x > $TMPDIR/mine && echo x > %%{_sourcedir}/mine && echo x > /dev/null && echo wrote
                true""".formatted(ProcessHandle.current().pid() + 100_000_000L));
        BuildResult result = build(Containment.CLOSED, "good");
        assertThat(result.outcome()).as(log()).isEqualTo(Outcome.SUCCEEDED);
        String user = String.valueOf(Files.getAttribute(folder, "unix:uid"));
        assertThat(texts()).contains("user " + user, "wrote").doesNotContain("host");
        assertThat(log()).contains("home ", ".rpmmacros");
    }
}
