package dev.milliner.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Globs match as doublestar's do, and all trees answer alike. */
class SourceTreesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**/x|x|true",
                "**/x|a/b/x|true",
                "a/**/x|a/x|true",
                "a/**/x|ax|false",
                "a/**|a|true",
                "a/**|a/b/c|true",
                "a**b|axxb|true",
                "a**b|a/b|false",
                "*.toml|a.toml|true",
                "*.toml|a/b.toml|false",
                "[a-c]?|bz|true",
                "[!a-c]x|bx|false",
                "{a,b{c,d}}/x|bd/x|true",
                "{a,b}|c|false",
                "\\*|*|true",
                "\\*|a|false",
                "[|[|false",
                "a{b|ab|false"
            })
    void patterns(String pattern, String path, boolean matches) {
        assertThat(Doublestar.matches(pattern, path)).isEqualTo(matches);
    }

    @Test
    void filesComeFolderByFolder(@TempDir Path root) throws Exception {
        write(root, "c/z.toml", "c/b/1.toml", "c/a/2.toml", "c/a/1.toml", ".git/c.toml", "c/a/no.txt");
        SourceTree disk = new DiskTree(root);
        List<String> expected = List.of("c/z.toml", "c/a/1.toml", "c/a/2.toml", "c/b/1.toml");
        assertThat(disk.files("c/**/*.toml", new GlobReach())).isEqualTo(expected);
        assertThat(disk.files("**/*.toml", new GlobReach())).isEqualTo(expected);
        assertThat(disk.files("c/{b,a}/1.toml", new GlobReach())).isEqualTo(List.of("c/a/1.toml", "c/b/1.toml"));
        assertThat(disk.files("c/a", new GlobReach())).isEmpty();
        assertThat(disk.files("c/[", new GlobReach())).isEmpty();
    }

    @Test
    void theDiskIsReadAnewWhereItChanged(@TempDir Path root) throws IOException {
        write(root, "a/x.toml");
        Files.setLastModifiedTime(root.resolve("a/x.toml"), FileTime.fromMillis(1_000_000));
        Files.setLastModifiedTime(root.resolve("a"), FileTime.fromMillis(1_000_000));
        SourceTree tree = new DiskTree(root);
        assertThat(tree.read("a/x.toml")).contains("c = 1");
        assertThat(tree.list("a")).hasSize(1);
        Files.writeString(root.resolve("a/x.toml"), "c = 2");
        write(root, "a/y.toml");
        assertThat(tree.read("a/x.toml")).contains("c = 2");
        assertThat(tree.list("a")).hasSize(2);
        Files.delete(root.resolve("a/x.toml"));
        assertThat(tree.read("a/x.toml")).isEmpty();
        assertThat(tree.list("a")).hasSize(1);
    }

    @Test
    void buffersLieOverTheTree(@TempDir Path root) throws Exception {
        write(root, "a/x.toml");
        SourceTree tree = new BufferTree(new DiskTree(root), Map.of("a/x.toml", "new", "a/n/y.toml", "added"));
        assertThat(tree.read("a/x.toml")).contains("new");
        assertThat(tree.files("a/**/*.toml", new GlobReach())).isEqualTo(List.of("a/x.toml", "a/n/y.toml"));
        assertThat(tree.exists("a/n")).isTrue();
    }

    @Test
    void aCommitIsReadAsItWas(@TempDir Path folder) throws Exception {
        Path root = folder.toRealPath();
        write(root, "d/azldev.toml", "d/c/a.toml", "other.toml");
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("first")
                    .setAuthor("a", "a@example.com")
                    .setCommitter("a", "a@example.com")
                    .setSign(false)
                    .call();
        }
        Files.writeString(root.resolve("d/c/a.toml"), "changed");
        write(root, "d/c/b.toml");
        try (CommitTree tree = CommitTree.open(root.resolve("d"), "HEAD")) {
            assertThat(tree.read("c/a.toml")).contains("c = 1");
            assertThat(tree.files("**/*.toml", new GlobReach())).isEqualTo(List.of("azldev.toml", "c/a.toml"));
            assertThat(tree.exists("c/b.toml")).isFalse();
            assertThat(tree.isFolder("c")).isTrue();
        }
    }

    private static void write(Path root, String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), "c = 1");
        }
    }
}
