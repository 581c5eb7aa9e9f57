package dev.milliner.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which files differ from a commit: on the disk, under texts laid over it, and in another commit, in a folder of the repository. */
class ChangedFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path root;

    @BeforeEach
    void commit() throws Exception {
        root = Files.createDirectories(folder.resolve("repository/distro"));
        Files.writeString(root.resolve("../outside.txt"), "outside\n");
        Files.writeString(root.resolve(".gitignore"), "*.log\n");
        for (String name : List.of("kept", "changed", "gone", "moved")) {
            Files.writeString(root.resolve(name + ".txt"), name + "\n");
        }
        Git.init().setDirectory(folder.resolve("repository").toFile()).call().close();
        commitAll();
    }

    private void commitAll() throws IOException, GitAPIException {
        try (Git git = Git.open(folder.resolve("repository").toFile())) {
            git.add().addFilepattern(".").call();
            git.add().setUpdate(true).addFilepattern(".").call();
            git.commit()
                    .setMessage("All")
                    .setSign(false)
                    .setAuthor("Test", "test@example.org")
                    .setCommitter("Test", "test@example.org")
                    .call();
        }
    }

    private void change() throws IOException {
        Files.writeString(root.resolve("../outside.txt"), "other\n");
        Files.writeString(root.resolve("changed.txt"), "other\n");
        Files.delete(root.resolve("gone.txt"));
        Files.createDirectories(root.resolve("there"));
        Files.move(root.resolve("moved.txt"), root.resolve("there/moved.txt"));
        Files.writeString(root.resolve("new.txt"), "new\n");
        Files.writeString(root.resolve("noise.log"), "noise\n");
    }

    private static List<String> words(List<ChangedFile> files) {
        return files.stream()
                .map(file -> file.how() + " " + file.path()
                        + file.from().map(from -> " from " + from).orElse(""))
                .toList();
    }

    @Test
    void theDiskAndTheCommitMadeOfItDifferAlike() throws Exception {
        change();
        List<String> expected = List.of(
                "CHANGED changed.txt", "REMOVED gone.txt", "ADDED new.txt", "MOVED there/moved.txt from moved.txt");
        try (CommitTree before = CommitTree.open(root, "HEAD")) {
            assertThat(words(ChangedFiles.between(before, new DiskTree(root), Set.of())))
                    .isEqualTo(expected);
            commitAll();
            try (CommitTree after = CommitTree.open(root, "HEAD")) {
                assertThat(words(ChangedFiles.between(before, after, Set.of()))).isEqualTo(expected);
            }
        }
    }

    @Test
    void textsThatAreLaidOverTheDiskCount() throws Exception {
        change();
        try (CommitTree before = CommitTree.open(root, "HEAD")) {
            SourceTree laid = new BufferTree(
                    new DiskTree(root), Map.of("changed.txt", "changed\n", "kept.txt", "typed\n"), Set.of("new.txt"));
            assertThat(words(ChangedFiles.between(before, laid, Set.of("changed.txt", "kept.txt", "new.txt"))))
                    .containsExactly("REMOVED gone.txt", "CHANGED kept.txt", "MOVED there/moved.txt from moved.txt");
        }
    }

    @Test
    void nothingDiffersFromItself() throws Exception {
        try (CommitTree before = CommitTree.open(root, "HEAD")) {
            assertThat(ChangedFiles.between(before, new DiskTree(root), Set.of()))
                    .isEmpty();
        }
    }

    /** Hostile trees hold what never ends. */
    @Test
    @Timeout(20)
    void pipesAreNoFilesAndEndlessOnesAreNotReadToTheEnd() throws Exception {
        Process made = new ProcessBuilder("mkfifo", root.resolve("pipe.toml").toString(), root + "/there.txt").start();
        assumeTrue(made.waitFor() == 0, "There is no mkfifo here.");
        Files.delete(root.resolve("changed.txt"));
        assertThat(new ProcessBuilder("mkfifo", root.resolve("changed.txt").toString())
                        .start()
                        .waitFor())
                .isZero();
        try (RandomAccessFile large =
                new RandomAccessFile(root.resolve("large.bin").toFile(), "rw")) {
            large.setLength(1L << 36);
        }
        try (CommitTree before = CommitTree.open(root, "HEAD")) {
            assertThat(words(ChangedFiles.between(before, new DiskTree(root), Set.of())))
                    .containsExactly("REMOVED changed.txt", "ADDED large.bin");
        }
    }
}
