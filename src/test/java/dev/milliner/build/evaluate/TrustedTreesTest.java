package dev.milliner.build.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust is given once for a tree, by its real path, and is the user's own affair. */
class TrustedTreesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TrustedTrees trees;

    @BeforeEach
    void file() {
        trees = new TrustedTrees(folder.resolve("state/trusted-trees.json"));
    }

    @Test
    void noTreeIsTrustedUnasked() throws IOException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        assertThat(trees.find(tree)).isEmpty();
        assertThat(trees.file()).doesNotExist();
    }

    @Test
    void trustIsRememberedByTheRealPathForTheUserAlone() throws IOException {
        Path tree = Files.createDirectory(folder.resolve("a \"strange\"\nname"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), tree);
        trees.trust(link);
        TrustedTrees again = new TrustedTrees(trees.file());
        assertThat(again.find(tree)).isPresent();
        assertThat(again.find(link)).isPresent();
        assertThat(again.find(other)).isEmpty();
        assertThat(again.find(tree.resolve("below"))).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(trees.file())))
                .isEqualTo("rw-------");
        trees.trust(other);
        trees.forget(tree);
        assertThat(again.find(tree)).isEmpty();
        assertThat(again.find(other)).isPresent();
    }

    @Test
    void aDamagedFileTrustsNobodyAndIsReplaced() throws IOException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.createDirectories(trees.file().resolve("..").normalize());
        Files.writeString(trees.file(), "[\"" + tree.toRealPath() + "\"");
        assertThat(trees.find(tree)).isEmpty();
        Files.writeString(trees.file(), "{\"a\": 1}");
        assertThat(trees.find(tree)).isEmpty();
        trees.trust(tree);
        assertThat(trees.find(tree)).isPresent();
    }
}
