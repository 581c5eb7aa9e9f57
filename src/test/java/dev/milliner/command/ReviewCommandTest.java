package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands {@code review} and {@code history} over the sample. */
class ReviewCommandTest {
    private static final String DEFINITION = "comps/greet/greet.comp.toml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @SuppressWarnings("NullAway.Init")
    private Path tree;

    @BeforeEach
    void commitTheSample() throws Exception {
        tree = folder.resolve("tree");
        Path sample = Path.of("sample-distros/bowler").toAbsolutePath();
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.toList()) {
                Files.copy(file, tree.resolve(sample.relativize(file).toString()));
            }
        }
        Git.init().setDirectory(tree.toFile()).call().close();
        commit("All of it");
    }

    private void commit(String message) throws Exception {
        try (Git git = Git.open(tree.toFile())) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage(message)
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

    private int review(String... more) {
        String[] all = Stream.concat(Stream.of("review", "-C", tree.toString(), "--from", "HEAD"), Stream.of(more))
                .toArray(String[]::new);
        return run(all);
    }

    private void edit(String from, String to) throws IOException {
        Path definition = tree.resolve(DEFINITION);
        String text = Files.readString(definition);
        assertThat(text).contains(from);
        Files.writeString(definition, text.replace(from, to));
    }

    @Test
    void nothingDiffers() {
        assertThat(review("--fail-on", "effect")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("No file differs.");
    }

    @Test
    void theWorkingTreeIsReviewed() throws Exception {
        edit("without = [\"translations\"]", "without = [\"translations\", \"colour\"]");
        Files.writeString(tree.resolve("README.md"), "Other words.\n");
        assertThat(review()).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("2 files: 1 component changed; nothing else moves.")
                .contains("build.without: translations → translations, colour  " + DEFINITION + ":5")
                .contains("README.md  not read");
        assertThat(review("--fail-on", "effect")).isEqualTo(1);
        assertThat(review("--fail-on", "errors")).isZero();
        assertThat(review("--json")).isZero();
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        JsonNode greet = json.path("components").path(0);
        assertThat(greet.path("name").asString()).isEqualTo("greet");
        assertThat(greet.path("values").path(0).path("path").asString()).isEqualTo("build.without");
        assertThat(greet.path("basis").asString()).isEqualTo("upstream");
        assertThat(greet.path("sources").toString()).contains("greet.azl.macros");
        assertThat(json.path("files").path(0).path("effect").asString()).isEqualTo("none");
    }

    @Test
    void twoCommitsAreReviewedWithoutACheckout() throws Exception {
        edit("without = [\"translations\"]", "without = []");
        commit("With translations");
        assertThat(run("review", "-C", tree.toString(), "--from", "HEAD~1", "--to", "HEAD"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("build.without: translations → –");
        assertThat(run("review", "-C", tree.toString(), "--from", "HEAD~1", "--to", "HEAD", "--merge-base"))
                .isZero();
        assertThat(out.toString()).contains("build.without: translations → –");
    }

    @Test
    void anErrorThatComesIsRefusedAndToldToCodeHosts() throws Exception {
        edit("without = [\"translations\"]", "without = [\"translations\"]\nhat = 3");
        assertThat(review("--format", "sarif", "--fail-on", "problems")).isEqualTo(1);
        JsonNode result = JsonMapper.shared()
                .readTree(out.toString())
                .path("runs")
                .path(0)
                .path("results");
        assertThat(result.size()).isEqualTo(1);
        assertThat(result.path(0).path("baselineState").asString()).isEqualTo("new");
        assertThat(result.path(0).path("locations").toString()).contains(DEFINITION);
    }

    @Test
    void whatClashesWithTheBaseAsItIsNowIsToldInAllFormats() throws Exception {
        try (Git git = Git.open(tree.toFile())) {
            git.branchCreate().setName("theirs").call();
            edit("without = [\"translations\"]", "without = [\"translations\", \"colour\"]");
            commit("Ours");
            String ours = git.getRepository().getBranch();
            git.checkout().setName("theirs").call();
            edit("without = [\"translations\"]", "without = []");
            commit("Theirs");
            git.checkout().setName(ours).call();
            String[] asked = {"review", "-C", tree.toString(), "--from", "theirs", "--merge-base", "--onto", "theirs"};
            assertThat(run(asked)).as(err.toString()).isZero();
            assertThat(out.toString())
                    .contains("greet: build.without is translations, colour here and – there, and was translations")
                    .contains("here " + DEFINITION + ":5");
            assertThat(run(with(asked, "--fail-on", "errors"))).isEqualTo(1);
            assertThat(run(with(asked, "--json"))).isZero();
            JsonNode against = JsonMapper.shared().readTree(out.toString()).path("against");
            assertThat(against.path("clashes").path(0).path("kind").asString()).isEqualTo("same-value");
            assertThat(against.path("clashes").path(0).path("ours").path("line").asInt())
                    .isEqualTo(5);
            assertThat(run(with(asked, "--format", "sarif"))).isZero();
            assertThat(out.toString()).contains("clash-same-value");
        }
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void overlaysThatFailAreToldToCodeHosts() throws Exception {
        String text = Files.readString(tree.resolve(DEFINITION));
        Files.writeString(
                tree.resolve(DEFINITION),
                text
                        + "\n[[components.greet.overlays]]\ntype = \"spec-remove-tag\"\ndescription = \"why\"\ntag = \"Epoch\"\n");
        assertThat(review("--format", "sarif", "--fail-on", "errors")).isEqualTo(1);
        JsonNode results = JsonMapper.shared()
                .readTree(out.toString())
                .path("runs")
                .path(0)
                .path("results");
        assertThat(results.valueStream().map(one -> one.path("ruleId").asString()))
                .contains("overlays-fail");
        assertThat(out.toString()).contains(DEFINITION).contains("its sources can't be prepared");
    }

    @Test
    void aComponentsHistoryIsTold() throws Exception {
        edit("without = [\"translations\"]", "without = [\"translations\", \"colour\"]");
        commit("Without colour");
        Files.writeString(tree.resolve("README.md"), "Other words.\n");
        commit("Other words");
        assertThat(run("history", "greet", "-C", tree.toString(), "--json"))
                .as(err.toString())
                .isZero();
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.path("entries").valueStream().map(one -> one.path("subject")
                        .asString()))
                .containsExactly("Without colour", "All of it");
        assertThat(json.path("values")
                        .valueStream()
                        .filter(one -> one.path("path").asString().equals("build.without"))
                        .map(one -> one.path("since").path("subject").asString()))
                .containsExactly("Without colour");
        assertThat(run("history", "greet", "-C", tree.toString())).isZero();
        assertThat(out.toString()).contains("build.without: translations → translations, colour");
        assertThat(out.toString()).doesNotContain("needed by");
        assertThat(run("history", "greet", "--needed-by", "-C", tree.toString()))
                .isZero();
        assertThat(out.toString()).contains("needed by ");
        assertThat(run("history", "gret", "-C", tree.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("Did you mean greet?");
    }

    @Test
    void whatIsNotThereIsTold() {
        assertThat(review("--to", "nowhere")).isEqualTo(1);
        assertThat(err.toString()).contains("The repository has no commit 'nowhere'.");
        assertThat(review("--at", "HEAD")).isEqualTo(2);
    }
}
