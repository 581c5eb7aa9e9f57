package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.SharedMaterial;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Small inputs that azldev and Milliner once took differently; each has what azldev does with it. */
class OverlayCaseCommandsTest {
    /** What azldev's answer comes to. */
    private sealed interface Answer {
        /** It prepares the component; in the file stands the text, or it is gone, or it is a folder. */
        record Prepared(String component, Map<String, String> files) implements Answer {}

        /** It refuses the component; the words are in Milliner's message. */
        record Refused(String component, List<String> words) implements Answer {}
    }

    private static final String GONE = "(gone)";
    private static final String FOLDER = "(folder)";

    private static final Map<String, Answer> ANSWERS = Map.ofEntries(
            refused("archive-loose", "a", "a.comp.toml:16:", "a.tar.gz"),
            refused("archive-without-origin", "a", "a.comp.toml:6:", "source-files"),
            prepared("backslash-folder-glob", "a", "d\\x/f", GONE, "d\\x", FOLDER),
            prepared("backslash-literal", "a", "run\\x2da.mount", GONE),
            prepared("dist-git-not-bare", "ovt", "ovt.spec", "Name"),
            prepared("empty-folder", "a", "d/t.txt", GONE, "d", FOLDER),
            refused("failed-leaves-folder", "a", "a.comp.toml:4:", "file-rename"),
            prepared("glob-doubled-match", "a", "x", "L\n", "s/x", "L\nL\n"),
            refused("knock-on-message", "a", "a.comp.toml:7:", "must be text in quotes"),
            prepared("open-vm-tools-real", "ovt", "run-vmblock\\x2dfuse.mount", GONE, "run-vmblock-fuse.mount.in", ""),
            prepared("patch-number-overflow", "a", "a.spec", "Patch-9223372036854775808"),
            prepared("path-dot-slash-glob", "a", "a.spec", ""),
            prepared("path-dot-slash", "a", "a.spec", ""),
            prepared("path-double-slash", "a", "a.spec", ""),
            refused("prepare-with-config-error", "syntax", "syntax.comp.toml:5:"),
            refused("regex-non-ascii-escape", "a", "a.comp.toml:6:", "\\é"),
            prepared("sources-legacy-short", "a", "sources", ""),
            refused("sources-lowercase-type", "a", "sources", "line 1"),
            refused("symlink-to-folder", "a", "comps/a/e", "link to a folder"));

    @TempDir(factory = MemoryFolder.class)
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static Map.Entry<String, Answer> refused(String name, String component, String... words) {
        return Map.entry(name, new Answer.Refused(component, List.of(words)));
    }

    private static Map.Entry<String, Answer> prepared(String name, String component, String file, String holds) {
        return Map.entry(name, new Answer.Prepared(component, Map.of(file, holds)));
    }

    private static Map.Entry<String, Answer> prepared(
            String name, String component, String file, String holds, String other, String otherHolds) {
        return Map.entry(name, new Answer.Prepared(component, Map.of(file, holds, other, otherHolds)));
    }

    static Stream<String> names() {
        return ANSWERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void answersAsAzldevDoes(String name) throws IOException {
        Path root = tree(name);
        Path made = folder.resolve("out");
        switch (ANSWERS.get(name)) {
            case Answer.Prepared(String component, Map<String, String> files) -> {
                assertThat(prepare(component, root, made)).as(err.toString()).isZero();
                for (Map.Entry<String, String> file : files.entrySet()) {
                    assertHolds(made.resolve(component).resolve(file.getKey()), file.getValue());
                }
                assertThat(run("overlays", component, "-C", root.toString())).isZero();
            }
            case Answer.Refused(String component, List<String> words) -> {
                assertThat(prepare(component, root, made)).isEqualTo(1);
                assertThat(err.toString()).contains(words);
                assertThat(made).doesNotExist();
            }
            case null -> throw new IllegalArgumentException(name);
        }
    }

    @Test
    void everyFaultOfAConfigurationIsRefusedInTheWordsOfCheck() throws IOException {
        Path root = tree("prepare-with-config-error");
        run("check", "--json", "-C", root.toString());
        JsonNode problems = JsonMapper.shared().readTree(out.toString());
        List<String> components;
        try (Stream<Path> folders = Files.list(root.resolve("comps"))) {
            components = folders.map(one -> String.valueOf(one.getFileName()))
                    .sorted()
                    .toList();
        }
        assertThat(components).hasSize(18);
        for (String component : components) {
            assertThat(run("overlays", component, "-C", root.toString()))
                    .as(component)
                    .isEqualTo(1);
            assertThat(prepare(component, root, folder.resolve("out")))
                    .as(component)
                    .isEqualTo(1);
            String place = "comps/" + component + "/" + component + ".comp.toml";
            List<JsonNode> own = problems.valueStream()
                    .filter(problem -> problem.get("file").asString().equals(place))
                    .toList();
            assertThat(own).as(component).isNotEmpty();
            own.forEach(problem -> assertThat(err.toString())
                    .contains(
                            place + ":" + problem.get("line"),
                            problem.get("message").asString()));
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static void assertHolds(Path file, String wanted) throws IOException {
        switch (wanted) {
            case GONE -> assertThat(file).doesNotExist();
            case FOLDER -> assertThat(file).isDirectory();
            default -> assertThat(Files.readString(file)).contains(wanted);
        }
    }

    private Path tree(String name) throws IOException {
        Path cases = SharedMaterial.unpack("cases/overlays.tar.xz", folder.resolve("cases"))
                .resolve("overlays");
        Path configuration = cases.resolve(name).resolve("azldev.toml");
        Files.writeString(configuration, Files.readString(configuration).replace("@CASES@", cases.toString()));
        return cases.resolve(name);
    }

    private int prepare(String component, Path root, Path made) {
        return run("prepare", component, "-C", root.toString(), "-o", made.toString());
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineEntry.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
