package dev.milliner.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository whose configuration was damaged is told as one that can't be read. */
class GitFolderTest {
    @TempDir
    Path folder;

    @Test
    void aDamagedConfigurationIsTold() throws Exception {
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.write(folder.resolve(".git/config"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        assertThatThrownBy(() -> CommitHistory.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("The configuration of the git repository " + folder.resolve(".git") + " can't be read.");
        assertThatThrownBy(() -> CommitTree.open(folder, "HEAD")).isInstanceOf(IOException.class);
    }
}
