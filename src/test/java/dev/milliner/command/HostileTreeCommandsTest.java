package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** On the command line, a hostile tree neither commands the terminal, nor reads or writes what lies outside of it. */
class HostileTreeCommandsTest {
    private static final String DISTRO = """
            [project]
            default-distro = { name = "d", version = "1" }
            [distros.d.versions.'1']
            release-ver = "1"
            """;
    private static final String SPEC = "Name: a\nVersion: 1\nRelease: 1\nSummary: s\nLicense: MIT\n%description\nx\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void folders() throws IOException {
        root = Files.createDirectories(folder.resolve("tree"));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineEntry.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private int runThere(String... arguments) {
        return run(Stream.concat(Stream.of("-C", root.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private void assertQuiet() {
        String printed = out.toString() + err;
        assertThat(printed.chars().filter(one -> Character.isISOControl(one) && one != '\n'))
                .isEmpty();
    }

    private void componentNamed(String name) throws IOException {
        write("azldev.toml", DISTRO + "[components.\"" + name + "\"]\nspec = { type = 'local', path = 's/a.spec' }\n");
        write("s/a.spec", SPEC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"check", "list components", "deviations", "show NAME", "overlays NAME", "show none", "config"})
    void namesDoNotCommandTheTerminal(String command) throws IOException {
        String name = "p\u001b]0;t\u0007\u001b[2J\u009b31m\nx:1:1: error: none\r";
        componentNamed("p\\u001b]0;t\\u0007\\u001b[2J\\u009b31m\\nx:1:1: error: none\\r");
        String[] words = command.split(" ");
        words[words.length - 1] = words[words.length - 1].replace("NAME", name);
        runThere(words);
        assertThat(out.toString() + err).isNotEmpty();
        assertQuiet();
    }

    @Test
    void aNameDoesNotForgeALineOfProblems() throws IOException {
        componentNamed("p\\nother.toml:1:1: error: forged");
        runThere("check");
        assertThat(out.toString().lines()).noneMatch(line -> line.startsWith("other.toml"));
    }

    @Test
    void jsonStaysJson() throws IOException {
        componentNamed("p\\u001b[2J\\u009b\\u202e");
        runThere("list", "components", "--json");
        assertThat(JsonMapper.shared()
                        .readTree(out.toString())
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("p\u001b[2J\u009b\u202e");
        assertQuiet();
    }

    @Test
    void whatAToolSaidKeepsItsColoursAndNoMore() {
        StringWriter text = new StringWriter();
        try (TerminalOutput terminal = new TerminalOutput(new PrintWriter(text))) {
            TerminalOutput.log(
                    terminal, "a\u001b[1;31mred\u001b[0m\u001b]0;title\u0007\u001b[2J\u001b[10;1H\u001bc\r\u0007b\n");
        }
        assertThat(text.toString()).isEqualTo("a\u001b[1;31mred\u001b[0m\\u0007b\n");
    }

    private void overlaySource(String source) throws IOException {
        write("azldev.toml", """
                [components.a]
                spec = { type = "local", path = "s/a.spec" }
                [[components.a.overlays]]
                type = "file-add"
                file = "added"
                source = "%s"
                """.formatted(source) + DISTRO);
        write("s/a.spec", SPEC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "link"})
    void anOverlayTakesInNothingFromOutsideUnasked(String source) throws IOException {
        Files.writeString(folder.resolve("secret"), "the secret\n");
        Files.createSymbolicLink(root.resolve("link"), folder.resolve("secret"));
        overlaySource(source);
        runThere("check");
        assertThat(out.toString()).contains("azldev.toml:6:").contains("from outside of the tree");
        assertThat(runThere("overlays", "a")).isEqualTo(1);
        assertThat(out.toString()).contains("lies outside of the tree").doesNotContain("the secret");
        Path prepared = folder.resolve("out");
        assertThat(runThere("prepare", "a", "-o", prepared.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("lies outside of the tree", "--outside");
        assertThat(prepared).doesNotExist();
        assertThat(runThere("overlays", "a", "--outside")).isZero();
        assertThat(out.toString()).contains("the secret");
        assertThat(runThere("--outside", "prepare", "a", "-o", prepared.toString()))
                .isZero();
        assertThat(prepared.resolve("a/added")).hasContent("the secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev", "nowhere"})
    void anOverlaySourceThatCannotBeReadIsTold(String target) throws IOException {
        Files.createSymbolicLink(root.resolve("link"), Path.of(target));
        overlaySource("link");
        assertThat(runThere("overlays", "a", "--outside")).isEqualTo(1);
        assertThat(err.toString()).containsAnyOf("is a device", "is a folder", "is a link to nowhere");
    }

    @Test
    void aDeviceBesideTheSpecIsTold() throws IOException {
        componentNamed("a");
        Files.createSymbolicLink(root.resolve("s/zero"), Path.of("/dev/zero"));
        assertThat(runThere("prepare", "a", "-o", folder.resolve("out").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("s/zero is a device");
    }

    @Test
    void aCircleOfLinksBesideTheSpecIsTold() throws IOException {
        componentNamed("a");
        Files.createSymbolicLink(root.resolve("s/one"), Path.of("."));
        Files.createSymbolicLink(root.resolve("s/two"), Path.of("."));
        assertThat(runThere("prepare", "a", "-o", folder.resolve("out").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("s/one is a link to a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "../../x", "/tmp/milliner-no-such-folder", "a/b", "a/../.."})
    void aNameDoesNotLeadOutOfTheOutput(String name) throws IOException {
        componentNamed(name);
        Path prepared = folder.resolve("there/out");
        assertThat(runThere("prepare", "-a", "-o", prepared.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("error: The component's name");
        assertThat(folder.resolve("there")).doesNotExist();
    }

    @Test
    void theNearestNamesAreNamed() throws IOException {
        componentNamed("greet");
        for (String[] command : new String[][] {
            {"show", "gret"},
            {"show", "gret", "--kind", "component"},
            {"overlays", "gret"},
            {"rebase", "gret", "--on", "2"},
            {"build", "component", "gret", "--dry-run"},
            {"prepare", "gret", "-o", folder.resolve("out").toString()}
        }) {
            assertThat(runThere(command)).isEqualTo(1);
            assertThat(err.toString()).contains("'gret'. Did you mean greet?");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"doctor", "builds", "builds show none", "solve none", "koji targets", "explain none", "boot none"
            })
    void everyCommandTakesADirectory(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(out.toString()).contains("-C=DIR");
        run(("-C " + root + " " + command).split(" "));
        assertThat(err.toString()).doesNotContain("Unknown option");
    }

    @Test
    void theCasesOfTheCorpusAreRefused() throws IOException {
        Path cases = SharedMaterial.unpack("cases/safety.tar.xz", folder.resolve("cases"));
        try (Stream<Path> found = Files.walk(cases, 3)) {
            root = found.filter(path -> path.endsWith("terminal-escape"))
                    .findFirst()
                    .orElseThrow();
        }
        for (String command : new String[] {"check", "list components", "deviations"}) {
            runThere(command.split(" "));
            assertThat(out.toString()).contains("\\u001b");
            assertQuiet();
        }
        root = root.resolveSibling("overlay-reads-shadow");
        assertThat(runThere("overlays", "p")).isEqualTo(1);
        assertThat(out.toString() + err).doesNotContain("root:");
        root = root.resolveSibling("prepare-writes-outside");
        Files.writeString(folder.resolve("notes"), "mine");
        assertThat(runThere("prepare", "-a", "-o", folder.resolve("out").toString()))
                .isEqualTo(1);
        assertThat(folder.resolve("notes")).hasContent("mine");
    }
}
