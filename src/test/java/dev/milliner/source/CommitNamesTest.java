package dev.milliner.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit's names are held once for all who look at it, and are those of that commit and folder. */
class CommitNamesTest {
    @Test
    void namesAreThoseOfTheCommitAndFolder(@TempDir Path root) throws Exception {
        Path folder = Files.createDirectories(root.resolve("distro"));
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            RevCommit first = commit(git, folder, "one.toml");
            RevCommit second = commit(git, folder, "two.toml");
            try (CommitTree whole = CommitTree.open(root, second.name());
                    CommitTree inner = CommitTree.open(folder, second.name());
                    CommitTree again = CommitTree.open(folder, "HEAD");
                    CommitTree before = CommitTree.open(folder, first.name())) {
                assertThat(whole.names()).containsOnlyKeys("distro/one.toml", "distro/two.toml");
                assertThat(inner.names()).containsOnlyKeys("one.toml", "two.toml");
                assertThat(again.names()).isSameAs(inner.names());
                assertThat(before.names()).containsOnlyKeys("one.toml");
            }
        }
    }

    private static RevCommit commit(Git git, Path folder, String name) throws Exception {
        Files.writeString(folder.resolve(name), "name = 1\n");
        git.add().addFilepattern(".").call();
        return git.commit()
                .setMessage(name)
                .setSign(false)
                .setAuthor("Test", "test@example.org")
                .setCommitter("Test", "test@example.org")
                .call();
    }
}
