package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.host.Containment;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code overlays NAME --rpm}, as a program of its own with a state folder of its own. */
class OverlaysRpmTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void demandTools() {
        for (String tool : List.of("rpmspec", "prlimit", "git")) {
            assumeTrue(HostTools.find(tool).isPresent(), tool + " is missing.");
        }
        assumeTrue(Containment.isAvailable(), "This host refuses namespaces.");
    }

    private ToolResult.Ended run(Path tree, String... arguments) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.milliner.Milliner",
                "-C",
                tree.toString()));
        words.addAll(List.of(arguments));
        return ended(words);
    }

    private ToolResult.Ended ended(List<String> words) throws InterruptedException {
        Map<String, String> environment = Map.of(
                "HOME",
                folder.toString(),
                "XDG_STATE_HOME",
                folder.resolve("state").toString());
        ToolResult result = ToolRun.within(Duration.ofMinutes(1))
                .of(ToolCommand.of(Path.of("").toAbsolutePath(), environment, words));
        assertThat(result).isInstanceOf(ToolResult.Ended.class);
        return (ToolResult.Ended) result;
    }

    private Path trusted() {
        return folder.resolve("state/milliner/trusted-trees.json");
    }

    /** A tree whose spec is found out when it is run. */
    private Path tree(String overlays) throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve("azldev.toml"), """
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                release-ver = "1"
                [components.a]
                spec = { type = "local", path = "a.spec" }
                """ + overlays);
        Files.writeString(tree.resolve("a.spec"), """
                %%global said %%(touch %s; touch %s; echo said)
                Name: a
                Version: 1
                Release: 1
                Summary: a
                License: MIT
                URL: x
                %%description
                a
                %%files
                """.formatted(folder.resolve("ran"), tree.resolve("ran")));
        return tree;
    }

    private void assertNothingRan() {
        assertThat(folder.resolve("ran")).doesNotExist();
        assertThat(folder.resolve("tree/ran")).doesNotExist();
    }

    @Test
    void rpmIsAskedOnceTheUserHasSaidThatTheTreeIsTrusted() throws Exception {
        Path bowler = folder.resolve("bowler");
        ended(List.of("cp", "-r", "sample-distros/bowler", bowler.toString()));
        ToolResult.Ended untrusted = run(bowler, "overlays", "greet", "--rpm");
        assertThat(untrusted.status()).isEqualTo(1);
        assertThat(untrusted.output()).isEmpty();
        assertThat(untrusted.errors()).contains("rpmspec", "greet.spec", "milliner overlays greet --rpm --trust");
        assertThat(trusted()).doesNotExist();

        ToolResult.Ended first = run(bowler, "overlays", "greet", "--rpm", "--trust");
        assertThat(first.status()).as(first.errors()).isZero();
        assertThat(first.output()).endsWith("""

                rpm, with this host's macros:
                  packages     - greet-lang
                               - greet-doc
                  build needs  - asciidoc
                               - gettext
                  greet
                    tags       - URL: https://felt.invalid/greet
                               + URL: https://bowler.invalid/greet
                    files      + /usr/share/greet/motto.txt
                """);
        assertThat(trusted()).content().contains(bowler.toRealPath().toString());

        JsonNode rpm = JsonMapper.shared()
                .readTree(run(bowler, "overlays", "greet", "--rpm", "--json").output())
                .path("rpm");
        assertThat(rpm.path("macros").path("from").asString()).isEqualTo("host");
        assertThat(rpm.path("changes").path("packages").path("gone").toString())
                .isEqualTo("[\"greet-lang\",\"greet-doc\"]");
        assertThat(rpm.path("before").path("buildRequires").toString()).isEqualTo("[\"asciidoc\",\"gcc\",\"gettext\"]");
        assertThat(rpm.path("after").path("packages").get(0).path("files").toString())
                .isEqualTo(
                        "[\"/usr/bin/greet\",\"%config(noreplace) /etc/greet.conf\",\"/usr/share/greet/motto.txt\"]");
        assertThat(rpm.path("problem").isNull()).isTrue();
    }

    @Test
    void anUntrustedTreeRunsNothing() throws Exception {
        Path tree = tree("");
        for (String command : List.of("check", "overlays a", "overlays a --rpm", "overlays a --trust", "config")) {
            run(tree, command.split(" "));
        }
        assertNothingRan();
        assertThat(trusted()).doesNotExist();
        assertThat(run(tree, "overlays", "a", "--trust").status()).isEqualTo(2);
    }

    @Test
    void aTrustedTreeHarmsNothing() throws Exception {
        ToolResult.Ended ended = run(tree(""), "overlays", "a", "--rpm", "--trust");
        assertThat(ended.status()).as(ended.errors()).isZero();
        assertThat(ended.output()).contains("nothing changes for rpm; 1 package, 0 build requirements");
        assertNothingRan();
    }

    @Test
    void anOverlayThatBreaksTheSpecIsNamedWithFileAndLine() throws Exception {
        Path tree = tree("""
                [[components.a.overlays]]
                type = "spec-add-tag"
                tag = "Nonsense"
                value = "1"
                """);
        ToolResult.Ended ended = run(tree, "overlays", "a", "--rpm", "--trust");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.errors())
                .contains("azldev.toml:7:1: error: With this overlay rpm cannot read the spec, at a.spec:");
        assertThat(ended.output()).contains("before: 1 package", "after:  rpm cannot read the spec");
        JsonNode rpm = JsonMapper.shared()
                .readTree(run(tree, "overlays", "a", "--rpm", "--json").output())
                .path("rpm");
        assertThat(rpm.path("problem").path("line").asInt()).isEqualTo(7);
        assertThat(rpm.path("changes").isNull()).isTrue();
        assertThat(rpm.path("after").path("error").asString()).contains("Unknown tag: Nonsense");
    }

    @Test
    void aCommitIsEvaluatedAsItIs() throws Exception {
        Path tree = tree("[components.a.build]\ndefines = { more = \"1\" }\n");
        Path spec = tree.resolve("a.spec");
        Files.writeString(spec, Files.readString(spec).replace("URL: x", "URL: x\n%{?more:Requires: more}"));
        String git = "git -C " + tree + " -c user.name=x -c user.email=x@x.invalid ";
        for (String command : List.of("init -q", "add -A", "commit -qm x")) {
            assertThat(ended(List.of((git + command).split(" "))).status()).isZero();
        }
        Files.writeString(
                tree.resolve("azldev.toml"),
                Files.readString(tree.resolve("azldev.toml")).replace("more", "less"));
        assertThat(run(tree, "overlays", "a", "--rpm", "--trust").output()).contains("nothing changes for rpm");
        assertThat(run(tree, "overlays", "a", "--rpm", "--at", "HEAD").output())
                .containsPattern("requires +\\+ more\n");
    }

    @Test
    void whatIsEndedByTheUserLeavesNothing() throws Exception {
        Path tree = tree("");
        Path spec = tree.resolve("a.spec");
        Files.writeString(spec, Files.readString(spec).replace("echo said", "sleep 98745; echo said"));
        String java = "%s -classpath %s -Djava.io.tmpdir=%s dev.milliner.Milliner -C %s overlays a --rpm --trust"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin/java"),
                        System.getProperty("java.class.path"),
                        Files.createDirectory(folder.resolve("tmp")),
                        tree);
        ended(
                List.of(
                        "sh",
                        "-c",
                        java
                                + " & until grep -qas 'sleep 9874[5]' /proc/[0-9]*/cmdline; do sleep 0.1; done; kill -TERM $!; wait $!"));
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left.filter(path -> path.toString().contains("milliner-spec")))
                    .isEmpty();
        }
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains("sleep 98745")))
                .isEmpty();
    }
}
