package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No command makes anything of a component that has an error in what it needs; each says what check says. */
class FaultyTreeCommandsTest {
    private static final String ROOT = """
            includes = ["c/*.toml", "g/*.toml"]
            [project]
            default-distro = { name = "d", version = "1" }
            [distros.d]
            dist-git-base-uri = "file:///nowhere/$pkg"
            [distros.d.versions.'1']
            release-ver = "1"
            dist-git-branch = "one"
            [distros.d.versions.'2']
            release-ver = "2"
            dist-git-branch = "two"
            [images.i]
            definition = { type = "kiwi", path = "i.kiwi" }
            """;
    private static final String KIWI = """
            <image schemaversion="8.0" name="i">
              <description type="system"><author>a</author><contact>c</contact><specification>s</specification></description>
              <preferences><version>1.0.0</version><packagemanager>dnf5</packagemanager><type image="docker"/></preferences>
              <packages type="image"><package name="a"/></packages>
              <packages type="bootstrap"><package name="filesystem"/></packages>
            </image>
            """;
    private static final String SPEC = "Name: a\nVersion: 1\nRelease: 1\nSummary: s\nLicense: MIT\n%description\nx\n";
    private static final String SOUND = "[components.%s]\nspec = { type = \"local\", path = \"%s.spec\" }\n";
    private static final String OVERLAY = "[[components.a.overlays]]\n";
    private static final String ARCHIVE = OVERLAY + "type = \"file-remove\"\narchive = \"a.tar.gz\"\nfile = \"x\"\n";
    private static final String ORIGIN = """
            [[components.a.source-files]]
            filename = "a.tar.gz"
            hash = "00"
            hash-type = "SHA512"
            replace-upstream = true
            replace-reason = "r"
            origin = { type = "overlay" }
            """;

    private static final Map<String, List<String>> COMMANDS = Map.of(
            "prepare", List.of("prepare", "a"),
            "prepare all", List.of("prepare", "-a"),
            "overlays", List.of("overlays", "a"),
            "rebase", List.of("rebase", "a", "--on", "d-2"),
            "build component", List.of("build", "component", "a"),
            "build image", List.of("build", "image", "i"));

    @TempDir(factory = MemoryFolder.class)
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** What is wrong by kind: what follows the component's own table, or else a whole other file. */
    private static Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        kinds.put("no overlay type", OVERLAY + "tag = \"Version\"\nvalue = \"2\"\n");
        kinds.put("unknown overlay type", OVERLAY + "type = \"spec-set-tga\"\ntag = \"Version\"\nvalue = \"2\"\n");
        kinds.put("unknown key of an overlay", OVERLAY + "type = \"spec-search-replace\"\nregx = \"1\"\n");
        kinds.put("unknown key of a component", "[[components.a.overlay]]\ntype = \"spec-remove-tag\"\ntag = \"X\"\n");
        kinds.put("no lines", OVERLAY + "type = \"spec-append-lines\"\n");
        kinds.put("no file", OVERLAY + "type = \"file-remove\"\n");
        kinds.put("absolute file", OVERLAY + "type = \"file-add\"\nfile = \"/n\"\nsource = \"n\"\n");
        kinds.put(
                "package without section",
                OVERLAY + "type = \"spec-append-lines\"\npackage = \"p\"\nlines = [\"q\"]\n");
        kinds.put("too much", OVERLAY + "type = \"spec-remove-subpackage\"\npackage = \"x\"\nsection = \"%files\"\n");
        kinds.put("regex", OVERLAY + "type = \"spec-search-replace\"\nregex = \"a(?!b)\"\nreplacement = \"\"\n");
        kinds.put("regex escape", OVERLAY + "type = \"spec-search-replace\"\nregex = '\\é'\nreplacement = \"\"\n");
        kinds.put("wrong type", OVERLAY + "type = \"spec-set-tag\"\ntag = \"Version\"\nvalue = 1.0\n");
        kinds.put("wrong type of a define", "[components.a.build]\ndefines = { rhel = 9 }\n");
        kinds.put("text for a flag", "[components.a.build]\ncheck = { skip = \"true\", skip_reason = \"x\" }\n");
        kinds.put("no reason", "[components.a.build]\ncheck = { skip = true }\n");
        kinds.put("syntax", OVERLAY + "type = \"spec-set-tag\"\ntag = \"Version\" x\nvalue = \"2\"\n");
        kinds.put("open header", "[[components.a.overlays]\ntype = \"spec-remove-tag\"\ntag = \"X\"\n");
        kinds.put("lone carriage return", OVERLAY.strip() + "\rtype = \"spec-remove-tag\"\ntag = \"X\"\n");
        kinds.put("key twice", OVERLAY + "type = \"spec-set-tag\"\ntag = \"Version\"\nvalue = \"2\"\nvalue = \"3\"\n");
        kinds.put("overlay file missing", "[components.a.release]\ncalculation = \"auto\"\n#overlay-files");
        kinds.put("archive without origin", ARCHIVE);
        kinds.put("origin without archive", ORIGIN);
        kinds.put(
                "archive inside and as a file",
                ORIGIN + ARCHIVE + OVERLAY + "type = \"file-remove\"\nfile = \"*.gz\"\n");
        kinds.put("group", "[component-groups.g]\ncomponents = [\"a\"]\nnonsense = 1\n");
        kinds.put("syntax of the root", "azldev.toml");
        kinds.put("syntax of an overlay file", "o/o.toml");
        return kinds;
    }

    static Stream<Arguments> commandsAndKinds() {
        return kinds().keySet().stream()
                .flatMap(kind -> COMMANDS.keySet().stream().sorted().map(command -> Arguments.of(command, kind)));
    }

    @ParameterizedTest
    @MethodSource("commandsAndKinds")
    void refusesWhatCheckCallsAnError(String command, String kind) throws IOException {
        Path root = tree(kind);
        assertThat(run("check", "-C", root.toString())).isEqualTo(1);
        List<String> errors = out.toString()
                .lines()
                .filter(line -> line.contains(": error: "))
                .toList();
        assertThat(errors).isNotEmpty();
        Path made = folder.resolve("out");
        List<String> arguments = Stream.concat(
                        COMMANDS.getOrDefault(command, List.of()).stream(), Stream.of("-C", root.toString()))
                .toList();
        boolean writes = !command.equals("overlays") && !command.equals("rebase");
        assertThat(run(Stream.concat(arguments.stream(), writes ? Stream.of("-o", made.toString()) : Stream.of())
                        .toArray(String[]::new)))
                .isEqualTo(1);
        assertThat(err.toString()).contains(errors);
        assertThat(made.resolve("a")).doesNotExist();
        boolean allFaulty = kind.equals("syntax of the root");
        assertThat(Files.exists(made.resolve("sound"))).isEqualTo(command.equals("prepare all") && !allFaulty);
    }

    @Test
    void whatIsSoundIsDone() throws IOException {
        Path root = tree("syntax");
        Path made = folder.resolve("out");
        assertThat(run("prepare", "sound", "-C", root.toString(), "-o", made.toString()))
                .isZero();
        assertThat(made.resolve("sound/sound.spec")).exists();
        assertThat(run("overlays", "sound", "-C", root.toString())).isZero();
    }

    @Test
    void aNameMayBeMissingBecauseOfAnError() throws IOException {
        Path root = tree("syntax");
        Files.writeString(root.resolve("c/z.toml"), "[components.z\n");
        assertThat(run("overlays", "z", "-C", root.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("c/z.toml:1:");
    }

    private Path tree(String kind) throws IOException {
        Path root = Files.createDirectories(folder.resolve("tree"));
        String fault = String.valueOf(kinds().get(kind));
        boolean elsewhere = fault.endsWith(".toml");
        Files.createDirectories(root.resolve("c"));
        Files.createDirectories(root.resolve("g"));
        Files.createDirectories(root.resolve("c/o"));
        Files.writeString(root.resolve("azldev.toml"), ROOT + (fault.equals("azldev.toml") ? "[broken\n" : ""));
        Files.writeString(root.resolve("i.kiwi"), KIWI);
        Files.writeString(
                root.resolve("c/o/o.toml"),
                "[metadata]\ncategory = \"azl-pruning\"\nupstream-status = \"unknown\"\n"
                        + "[[overlays]]\ntype = \"spec-remove-tag\"\ntag = \"License\"\n"
                        + (fault.equals("o/o.toml") ? "tag = \n" : ""));
        String overlayFiles = fault.endsWith("#overlay-files") ? "o/none.toml" : "o/*.toml";
        String own = SOUND.formatted("a", "a") + "overlay-files = [\"" + overlayFiles + "\"]\n";
        boolean ofGroup = kind.equals("group");
        Files.writeString(root.resolve("c/a.toml"), own + (elsewhere || ofGroup ? "" : fault));
        Files.writeString(root.resolve("g/g.toml"), ofGroup ? fault : "");
        Files.writeString(root.resolve("c/sound.toml"), SOUND.formatted("sound", "sound"));
        Files.writeString(root.resolve("c/a.spec"), SPEC);
        Files.writeString(root.resolve("c/sound.spec"), SPEC);
        return root;
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineEntry.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
