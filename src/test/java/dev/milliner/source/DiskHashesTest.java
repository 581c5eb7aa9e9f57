package dev.milliner.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of files that git's index does not know the clock of. */
class DiskHashesTest {
    private static final Instant LONG_AGO = Instant.parse("2025-03-04T05:06:07Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private final DiskHashes hashes = new DiskHashes();

    @SuppressWarnings("NullAway.Init")
    private CommitTree commit;

    @BeforeEach
    void commit() throws Exception {
        Files.writeString(root.resolve("a.txt"), "one\n");
        Files.createDirectories(root.resolve("folder"));
        Files.writeString(root.resolve("folder/b.txt"), "two\n");
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("All")
                    .setSign(false)
                    .setAuthor("Test", "test@example.org")
                    .setCommitter("Test", "test@example.org")
                    .call();
        }
        commit = CommitTree.open(root, "HEAD");
        write("a.txt", "one\n", LONG_AGO);
        write("folder/b.txt", "two\n", LONG_AGO);
    }

    @AfterEach
    void close() {
        commit.close();
    }

    private void write(String path, String text, Instant changed) throws IOException {
        Files.writeString(root.resolve(path), text);
        Files.setLastModifiedTime(root.resolve(path), FileTime.from(changed));
    }

    private Set<String> changed() throws IOException {
        return WorkTreeState.of(commit, hashes).changed().keySet();
    }

    @Test
    void aFileIsNotReadAgainWhileItsClockStands() throws Exception {
        assertThat(changed()).isEmpty();
        write("a.txt", "six\n", LONG_AGO);
        assertThat(changed()).isEmpty();
        assertThat(WorkTreeState.of(commit, new DiskHashes()).changed().keySet())
                .containsExactly("a.txt");
    }

    @Test
    void anotherClockOrLengthIsSeen() throws Exception {
        assertThat(changed()).isEmpty();
        write("a.txt", "six\n", LONG_AGO.plusSeconds(1));
        write("folder/b.txt", "twelve\n", LONG_AGO);
        assertThat(changed()).containsExactly("a.txt", "folder/b.txt");
        write("a.txt", "one\n", LONG_AGO.plusSeconds(2));
        assertThat(changed()).containsExactly("folder/b.txt");
    }

    @Test
    void whatWasJustWrittenIsReadAgain() throws Exception {
        Instant now = Instant.now();
        write("a.txt", "six\n", now);
        assertThat(changed()).containsExactly("a.txt");
        write("a.txt", "one\n", now);
        assertThat(changed()).isEmpty();
    }

    @Test
    void attributesThatComeLaterHold() throws Exception {
        write("a.txt", "one\r\n", LONG_AGO);
        assertThat(changed()).containsExactly("a.txt");
        Files.writeString(root.resolve(".gitattributes"), "*.txt text eol=crlf\n");
        assertThat(changed()).doesNotContain("a.txt", "folder/b.txt");
    }
}
