package dev.milliner.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.command.CommandLineEntry;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Sources;
import dev.milliner.source.DiskTree;
import dev.milliner.upstream.LocalSources;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The effect that a review shows on specs is azldev's own, where azldev rendered them before and after a commit. */
class RenderedReviewTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** So many components were rendered before and after a commit; that azldev could not render most of them before is in the corpus. */
    private static final int RENDERINGS = 37;

    private final List<String> wrong = new ArrayList<>();
    private int comparable;
    private int same;
    private int unknown;

    @Test
    void theEffectIsWhatAzldevRendered() throws Exception {
        AzureLinuxHistory history = AzureLinuxHistory.in(folder);
        SharedMaterial.unpack("history/rendered.tar.xz", folder);
        JsonNode commits = JsonMapper.shared().readTree(Files.readString(folder.resolve("public.json")));
        for (Map.Entry<String, JsonNode> one : commits.properties()) {
            Path rendered = folder.resolve("public").resolve(one.getKey());
            String commit = one.getValue().path("commit").asString();
            String before = commit(history, commit + "~1", rendered.resolve("before/specs"));
            String after = commit(history, commit, rendered.resolve("after/specs"));
            Review review = history.review(before, after);
            for (JsonNode component : one.getValue().path("components")) {
                compare(component.asString(), rendered, review);
                assertPrepareSaysTheSame(component.asString(), history.root(), before, after, review);
            }
        }
        System.out.println("effects on rendered specs: " + same + " the same, " + unknown + " not to be told");
        assertThat(wrong).isEmpty();
        assertThat(same + unknown).isEqualTo(RENDERINGS);
        assertThat(same).isEqualTo(comparable);
    }

    /** A commit of the definitions with rendered specs beside them. */
    private static String commit(AzureLinuxHistory history, String definitions, Path specs)
            throws IOException, InterruptedException {
        history.git("checkout", "-q", "-f", "--detach", definitions);
        history.git("clean", "-q", "-f", "-d", "-x");
        if (Files.isDirectory(specs)) {
            copy(specs, history.root().resolve("specs"));
        }
        history.git("add", "-A", "-f");
        history.git("commit", "-q", "--allow-empty", "-m", "Rendered");
        return history.git("rev-parse", "HEAD").strip();
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            FileUtils.delete(to.toFile(), FileUtils.RECURSIVE);
        }
        try (java.util.stream.Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private void compare(String component, Path rendered, Review review) throws SourceUnavailableException {
        Path then = rendered.resolve("before").resolve(folder(component));
        comparable += Files.exists(then.resolve(component + ".spec")) ? 1 : 0;
        SourceChange change = review.sources().stream()
                .filter(source -> source.component().equals(component))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is told of " + component));
        switch (change) {
            case SourceChange.Unknown nobody -> {
                unknown++;
                assertThat(then.resolve(component + ".spec")).as(component).doesNotExist();
                Path now = rendered.resolve("after").resolve(folder(component));
                assertThat(nobody.isRenderedFirst())
                        .as(component)
                        .isEqualTo(Files.exists(now.resolve(component + ".spec")));
            }
            case SourceChange.Known known -> {
                List<FileChange> theirs = FileChange.between(
                                sources(rendered.resolve("before"), component),
                                sources(rendered.resolve("after"), component))
                        .stream()
                        .filter(file -> !isUpstreams(file, known))
                        .toList();
                if (theirs.equals(known.files()) && known.rendering() == SourceChange.Rendering.AS_DEFINED) {
                    same++;
                } else {
                    wrong.add(component + ": " + SourceWords.of(known) + " instead of "
                            + theirs.stream().map(FileChange::file).toList());
                }
            }
        }
    }

    /** What the spec names only now was upstream's before, and not rendered. */
    private static boolean isUpstreams(FileChange file, SourceChange.Known known) {
        return file.isNew()
                && known.files().stream().flatMap(one -> one.after().stream()).anyMatch(after -> after.text()
                        .contains(file.file()));
    }

    /** {@code prepare --since} leads to what the review shows, or refuses for the reason that the review names. */
    private void assertPrepareSaysTheSame(String component, Path root, String before, String after, Review review)
            throws SourceUnavailableException {
        StringWriter err = new StringWriter();
        Path out = folder.resolve("prepared").resolve(after);
        int status = CommandLineEntry.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "prepare",
                component,
                "--since",
                before,
                "--at",
                after,
                "-C",
                root.toString(),
                "-o",
                out.toString());
        SourceChange change = review.sources().stream()
                .filter(source -> source.component().equals(component))
                .findFirst()
                .orElseThrow();
        switch (change) {
            case SourceChange.Unknown nobody -> {
                assertThat(status).as(component).isEqualTo(1);
                assertThat(err.toString()).contains(nobody.why());
            }
            case SourceChange.Known known -> {
                assertThat(status).as(err.toString()).isZero();
                Sources prepared = LocalSources.read(new DiskTree(out.resolve(component)), component + ".spec");
                assertThat(known.files()).allSatisfy(file -> assertThat(prepared.file(file.file()))
                        .isEqualTo(file.after()));
            }
        }
    }

    private static String folder(String component) {
        return "specs/" + component.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + "/" + component;
    }

    private static Sources sources(Path state, String component) throws SourceUnavailableException {
        return LocalSources.read(new DiskTree(state.resolve(folder(component))), component + ".spec");
    }
}
