package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.overlay.Sources;
import dev.milliner.source.DiskTree;
import dev.milliner.upstream.LocalSources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes of a rendered spec is what comes of upstream's, which the sample has at hand. */
class PrepareSinceTest {
    private static final String DEFINITION = "comps/greet/greet.comp.toml";
    private static final String NEW_OVERLAY = """
            [metadata]
            category = "azl-branding-policy"
            upstream-status = "inapplicable"

            [[overlays]]
            description = "Say who packs it"
            type = "spec-set-tag"
            tag = "Packager"
            value = "Bowler"
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path tree;

    @BeforeEach
    void renderTheSample() throws Exception {
        tree = folder.resolve("tree");
        Path sample = Path.of("sample-distros/bowler").toAbsolutePath();
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.toList()) {
                Files.copy(file, tree.resolve(sample.relativize(file).toString()));
            }
        }
        assertThat(run(
                        "prepare",
                        "greet",
                        "-C",
                        tree.toString(),
                        "-o",
                        tree.resolve("specs/g").toString()))
                .as(err.toString())
                .isZero();
        // The sample does not keep what it renders; other distros do.
        Files.delete(tree.resolve(".gitignore"));
        try (Git git = Git.init().setDirectory(tree.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Rendered")
                    .setSign(false)
                    .setAuthor("Test", "test@example.org")
                    .setCommitter("Test", "test@example.org")
                    .call();
        }
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineEntry.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private int prepareSince() {
        return run("prepare", "greet", "--since", "HEAD", "-C", tree.toString(), "-o", folder + "/since", "--json");
    }

    private Sources sources(String output) throws Exception {
        return LocalSources.read(new DiskTree(folder.resolve(output + "/greet")), "greet.spec");
    }

    private void edit(String from, String to) throws IOException {
        Path definition = tree.resolve(DEFINITION);
        String text = Files.readString(definition);
        assertThat(text).contains(from);
        Files.writeString(definition, text.replace(from, to));
    }

    private void assertTheSameAsFromUpstream() throws Exception {
        assertThat(prepareSince()).as(err.toString()).isZero();
        assertThat(run("prepare", "greet", "-C", tree.toString(), "-o", folder + "/upstream"))
                .isZero();
        assertThat(sources("since")).isEqualTo(sources("upstream"));
    }

    @Test
    void withNothingChangedItIsWhatWasRendered() throws Exception {
        assertTheSameAsFromUpstream();
        JsonNode result = JsonMapper.shared()
                .readTree(
                        run(
                                                "prepare",
                                                "greet",
                                                "--since",
                                                "HEAD",
                                                "-C",
                                                tree.toString(),
                                                "-o",
                                                folder + "/again",
                                                "--json")
                                        == 0
                                ? out.toString()
                                : "[]");
        assertThat(result.get(0).get("basis").asString()).isEqualTo("rendered");
        assertThat(result.get(0).get("ok").asBoolean()).isTrue();
    }

    @Test
    void aNewOverlayIsApplied() throws Exception {
        Files.writeString(tree.resolve("comps/greet/overlays/0009-packager.overlay.toml"), NEW_OVERLAY);
        assertTheSameAsFromUpstream();
    }

    @Test
    void changedBuildOptionsAreTaken() throws Exception {
        edit("without = [\"translations\"]", "without = [\"translations\", \"colour\"]");
        assertTheSameAsFromUpstream();
    }

    /** Its overlay replaces what an expression matches, so what stood there nobody knows. */
    @Test
    void whatAnOverlayTookAwayIsNotGuessed() throws Exception {
        edit("regex = \"^gcc \"", "regex = \"^g.c \"");
        assertThat(prepareSince()).isEqualTo(1);
        assertThat(err.toString()).contains("greet: ", "greet.comp.toml:7", "fetch the upstream sources");
        assertThat(folder.resolve("since/greet")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"brim", "ribbon"})
    void whatWasNotRenderedIsTold(String name) {
        assertThat(run("prepare", name, "--since", "HEAD", "-C", tree.toString(), "-o", folder + "/since"))
                .isEqualTo(1);
        assertThat(err.toString()).contains(name + ".spec was not there then. Fetch the upstream sources");
    }

    @Test
    void aCommitThatIsNotThereIsTold() {
        assertThat(run("prepare", "greet", "--since", "nowhere", "-C", tree.toString(), "-o", folder + "/since"))
                .isNotZero();
        assertThat(err.toString()).contains("The repository has no commit 'nowhere'.");
    }
}
