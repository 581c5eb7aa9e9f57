package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.host.Privileges;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Disks that are full or read-only, names of every kind and huge files, by the command line in processes of its own. */
class HoldingUpTest {
    private static final String SPEC = "Name: hat\nVersion: 1\nRelease: 1\nSummary: s\nLicense: MIT\n%description\nx\n";
    private static final String LIST = """
            # Hats, and what goes with them.
            [components.hat]
            spec = { type = "local", path = "hat/hat.spec" }
            [components.cap]
            spec = { type = "local", path = "hat/hat.spec" }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path tree;

    @BeforeEach
    void write() throws IOException {
        tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("hat"));
        Files.writeString(tree.resolve("azldev.toml"), """
                includes = ["*.comp.toml", "*/*.comp.toml"]
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                """);
        Files.writeString(tree.resolve("list.comp.toml"), LIST);
        Files.writeString(tree.resolve("hat/hat.spec"), SPEC);
    }

    /** Runs a command line behind lines of shell, which know the tree as $tree, in a mount namespace of its own. */
    private ToolResult.Ended mounted(String lines, String... words) throws Exception {
        assumeTrue(Privileges.isRoot(), "Only root may mount what is full.");
        assumeTrue(HostTools.find("unshare").isPresent(), "unshare is missing.");
        List<String> command = new ArrayList<>(
                List.of("unshare", "--mount", "sh", "-c", "set -e; tree=$1; shift; " + lines, "sh", tree.toString()));
        command.addAll(milliner("C.UTF-8", words));
        return ended("C.UTF-8", command);
    }

    private ToolResult.Ended run(String locale, String... words) throws Exception {
        return ended(locale, milliner(locale, words));
    }

    private List<String> milliner(String locale, String... words) {
        // Tools are run in UTF-8 unless they are told otherwise at last.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "LC_ALL=" + locale,
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.milliner.Milliner",
                "-C",
                tree.toString()));
        command.addAll(Arrays.asList(words));
        return command;
    }

    private ToolResult.Ended ended(String locale, List<String> command) throws Exception {
        Map<String, String> environment = Map.of(
                "LC_ALL",
                locale,
                "HOME",
                folder.toString(),
                "XDG_STATE_HOME",
                folder.resolve("state").toString(),
                "PATH",
                HostTools.path());
        ToolResult result = ToolRun.within(Duration.ofMinutes(2))
                .of(ToolCommand.of(Path.of("").toAbsolutePath(), environment, command));
        assertThat(result).isInstanceOf(ToolResult.Ended.class);
        ToolResult.Ended ended = (ToolResult.Ended) result;
        assertThat(ended.errors()).doesNotContain("\tat ", "OutOfMemory", "--verbose it says where");
        return ended;
    }

    /** A tree on a disk with no room left: what is written is written whole, or not at all. */
    @ParameterizedTest
    @ValueSource(strings = {"refactor customise hat --into hat/hat.comp.toml", "refactor rename hat bonnet"})
    void aFullDiskLeavesTheTreeAsItWas(String call) throws Exception {
        String full = "cp -a $tree $tree.copy; mount -t tmpfs -o size=64k tmpfs $tree; cp -a $tree.copy/. $tree;"
                + " dd if=/dev/zero of=$tree/ballast bs=1k 2>/dev/null || true;"
                + " status=0; \"$@\" || status=$?; rm $tree/ballast; diff -r $tree $tree.copy; exit $status";
        ToolResult.Ended ended = mounted(full, call.split(" "));
        assertThat(ended.output()).as("what differs").doesNotContain("diff", "Only in");
        assertThat(ended.errors())
                .contains(tree.toString(), "finds no room left on its disk", "make room there")
                .contains("Nothing was changed")
                .doesNotContain(".milliner", "taken back");
        assertThat(ended.status()).isEqualTo(CommandLineEntry.UNAVAILABLE);
    }

    @Test
    void whatIsPreparedOntoAFullDiskIsNotSaidToBeThere() throws Exception {
        Files.writeString(tree.resolve("hat/big"), "x".repeat(200_000));
        String full = "mkdir $tree.out; mount -t tmpfs -o size=64k tmpfs $tree.out; status=0; \"$@\" || status=$?;"
                + " find $tree.out -mindepth 1; exit $status";
        ToolResult.Ended ended = mounted(full, "prepare", "hat", "-o", tree + ".out");
        assertThat(ended.status()).isEqualTo(CommandLineEntry.AT_FAULT);
        assertThat(ended.errors()).contains("room left on its disk");
        assertThat(ended.output()).as("what is left").isEmpty();
    }

    @Test
    void aReadOnlyTreeIsReadAndIsNotChanged() throws Exception {
        String readOnly = "mount --bind $tree $tree; mount -o remount,ro,bind $tree; \"$@\"";
        for (String call : List.of("check", "list components", "show hat", "overlays hat", "deviations")) {
            ToolResult.Ended ended = mounted(readOnly, call.split(" "));
            assertThat(ended.status()).as(call + ended.errors()).isZero();
        }
        ToolResult.Ended refused = mounted(readOnly, "refactor", "rename", "hat", "bonnet");
        assertThat(refused.status()).isEqualTo(CommandLineEntry.UNAVAILABLE);
        assertThat(refused.errors())
                .contains("list.comp.toml", "lies on a file system that is read-only")
                .contains("Nothing was changed")
                .doesNotContain(".milliner", "before is in");
        assertThat(tree.resolve("list.comp.toml")).content().isEqualTo(LIST);
    }

    /** Names that Java itself may not be able to write, so that a shell makes them. */
    private void named() throws Exception {
        String script = """
                set -e; cd "$1"
                add() {
                    mkdir -- "./$1"
                    printf 'Name: %s\\nVersion: 1\\nRelease: 1\\nSummary: s\\nLicense: MIT\\n%%%%description\\nx\\n' "$2" > "./$1/$2.spec"
                    printf '[components.%s]\\nspec = { type = "local", path = "%s.spec" }\\n' "$2" "$2" > "./$1/$2.comp.toml"
                    printf 'x' > "./$1/$1.txt"
                }
                add 'a b' c0; add "$(printf 'new\\nline')" c1; add "quo'te" c2; add 'dou"ble' c3; add -- c4 2>/dev/null || add -dash c4
                add "$(printf 'tab\\there')" c5; add 'back\\slash' c6; add '%s$HOME' c7; add '[glob]*{a,b}' c8; add '#hash' c9
                add "$(printf 'bi\\342\\200\\256di')" u0; add "$(printf 'h\\303\\274te')" u1; add "$(printf '\\360\\237\\216\\251')" u2
                add "$(printf 'non\\377utf')" x0
                """;
        assertThat(new ProcessBuilder("sh", "-c", script, "sh", tree.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    /** A component that is left out for its file's name would be missed by nobody until it is missing. */
    @ParameterizedTest
    @ValueSource(strings = {"C.UTF-8", "C"})
    void namesOfEveryKindAreReadOrToldOf(String locale) throws Exception {
        named();
        ToolResult.Ended check = run(locale, "check", "--json");
        assertThat(check.status()).as(check.errors()).isZero();
        List<String> told = new ArrayList<>();
        for (JsonNode problem : JsonMapper.shared().readTree(check.output())) {
            told.add(problem.path("message").asString());
        }
        boolean all = locale.equals("C.UTF-8");
        assertThat(told).hasSize(all ? 1 : 4).allSatisfy(words -> assertThat(words)
                .startsWith("Nothing of '")
                .contains("that name is no text in ", "Give it another name"));
        assertThat(told.toString().contains("LC_ALL=C.UTF-8")).isNotEqualTo(all);
        ToolResult.Ended list = run(locale, "list", "components");
        List<String> names =
                list.output().lines().map(line -> line.split(" ", -1)[0]).toList();
        assertThat(names).contains("c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9");
        assertThat(names.containsAll(List.of("u0", "u1", "u2"))).isEqualTo(all);
        assertThat(run(locale, "list", "files").output().lines())
                .as("a line a file")
                .hasSize(JsonMapper.shared()
                        .readTree(run(locale, "list", "files", "--json").output())
                        .size())
                .noneMatch(line -> line.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x202e));
        Path out = folder.resolve("prepared");
        ToolResult.Ended prepared =
                run(locale, "prepare", "c0", "c1", "c2", "c3", "c6", "c7", "c8", "-o", out.toString());
        assertThat(prepared.status()).as(prepared.errors()).isZero();
        assertThat(out.resolve("c1/new\nline.txt")).hasContent("x");
        assertThat(out.resolve("c8/[glob]*{a,b}.txt")).hasContent("x");
    }

    /** azldev copies it; who can't must not leave it out in silence. */
    @Test
    void aSourceWhoseNameIsNoTextIsNotLeftOut() throws Exception {
        assertThat(new ProcessBuilder("sh", "-c", "printf x > \"$(printf \"$1/hat/z\\377\")\"", "sh", tree.toString())
                        .start()
                        .waitFor())
                .isZero();
        ToolResult.Ended ended =
                run("C.UTF-8", "prepare", "hat", "-o", folder.resolve("out").toString());
        assertThat(ended.status()).isEqualTo(CommandLineEntry.AT_FAULT);
        assertThat(ended.errors()).contains("hat/z", "cannot be copied, as its name is no text in UTF-8");
    }

    private static void sparse(Path file) throws IOException {
        try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
            made.setLength(1L << 30);
        }
    }

    /** With 256 MB of memory. */
    @Test
    void aFileOfAGigabyteIsPassedByOrToldOf() throws Exception {
        sparse(tree.resolve("disk.img"));
        for (String call : List.of("check", "list components", "overlays hat", "query --text hat")) {
            ToolResult.Ended ended = run("C.UTF-8", call.split(" "));
            assertThat(ended.status()).as(call + ended.errors()).isIn(0, 2);
        }
        sparse(tree.resolve("hat/big.comp.toml"));
        ToolResult.Ended check = run("C.UTF-8", "check");
        assertThat(check.status()).isEqualTo(CommandLineEntry.AT_FAULT);
        assertThat(check.output()).contains("hat/big.comp.toml", "MiB");
        Files.delete(tree.resolve("hat/big.comp.toml"));
        sparse(tree.resolve("hat/big.tar"));
        ToolResult.Ended prepared =
                run("C.UTF-8", "prepare", "hat", "-o", folder.resolve("out").toString());
        assertThat(prepared.status()).isEqualTo(CommandLineEntry.AT_FAULT);
        assertThat(prepared.errors()).contains("hat").containsPattern("MiB|larger|large");
        assertThat(folder.resolve("out/hat")).doesNotExist();
    }
}
