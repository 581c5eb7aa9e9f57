package dev.milliner.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.ChangedFiles;
import dev.milliner.source.CommitTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public history of Azure Linux's definitions, and azldev's own account of its commits. */
final class AzureLinuxHistory {
    private final Path root;
    private final DistroLoader loader = new DistroLoader(Map.of());

    private AzureLinuxHistory(Path root) {
        this.root = root;
    }

    /** Clones it; skips the test where it is missing. */
    static AzureLinuxHistory in(Path folder) throws IOException, InterruptedException {
        Path bundle = SharedMaterial.folder().resolve("corpus/history/azurelinux-tomls.bundle");
        AzureLinuxHistory history = new AzureLinuxHistory(folder.resolve("tree"));
        git(folder, "clone", "-q", "-b", "main", bundle.toString(), history.root.toString());
        return history;
    }

    Path root() {
        return root;
    }

    String git(String... arguments) throws IOException, InterruptedException {
        return git(root, arguments);
    }

    private static String git(Path in, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return said;
    }

    /** What azldev's lists gained, lost and changed by each commit that it can read. */
    static JsonNode expected() throws IOException {
        Path file = SharedMaterial.folder().resolve("corpus/history/expected.json.xz");
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
                InputStream unpacked = new XZCompressorInputStream(packed)) {
            return JsonMapper.shared().readTree(unpacked.readAllBytes());
        }
    }

    /** A commit against the one before it. */
    Review review(String commit) throws IOException {
        return review(commit + "~1", commit);
    }

    Review review(String from, String to) throws IOException {
        CommitTree before = CommitTree.open(root, from);
        CommitTree after = CommitTree.open(root, to);
        return Review.of(
                ReviewedState.ofCommit(before.commit(), before.commit(), loader.load(before)),
                ReviewedState.ofCommit(after.commit(), after.commit(), loader.load(after)),
                ChangedFiles.between(before, after, Set.of()),
                loader);
    }
}
