package dev.milliner.serve.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A copy of the sample distro, which a test may harm. */
final class SampleTree {
    private static final Path SAMPLE = Path.of("sample-distros/bowler");

    private SampleTree() {}

    static Path in(Path folder) throws IOException {
        Path root = folder.resolve("bowler");
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.toList()) {
                Path copy = root.resolve(SAMPLE.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return root;
    }

    /** The copy in a git repository of its own, all committed. */
    static Path committed(Path folder) throws IOException, GitAPIException {
        Path root = in(folder);
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("All of it")
                    .setSign(false)
                    .setAuthor("Test", "test@example.org")
                    .setCommitter("Test", "test@example.org")
                    .call();
        }
        return root;
    }
}
