package dev.milliner.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Sources;
import dev.milliner.source.DiskTree;
import dev.milliner.upstream.LocalSources;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
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

    private final List<String> wrong = new ArrayList<>();
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
            }
        }
        System.out.println("effects on rendered specs: " + same + " the same, " + unknown + " not to be told");
        assertThat(wrong).isEmpty();
        assertThat(same).isPositive();
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
        SourceChange change = review.sources().stream()
                .filter(source -> source.component().equals(component))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is told of " + component));
        switch (change) {
            case SourceChange.Unknown nobody -> {
                unknown++;
                System.out.println(component + ": " + nobody.why());
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

    private static Sources sources(Path state, String component) throws SourceUnavailableException {
        Path specs = state.resolve(
                "specs/" + component.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + "/" + component);
        return LocalSources.read(new DiskTree(specs), component + ".spec");
    }
}
