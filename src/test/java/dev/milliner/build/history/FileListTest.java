package dev.milliner.build.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.image.Inspector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of two images, written, read again and compared. */
class FileListTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path root(String name, String version) throws Exception {
        Path root = Files.createDirectories(folder.resolve(name + "/usr/bin"))
                .resolve("../..")
                .normalize();
        Files.writeString(root.resolve("usr/bin/same"), "same");
        Files.writeString(root.resolve("usr/bin/as long as before"), version);
        Files.writeString(root.resolve("usr/bin/grown"), "x".repeat(Integer.parseInt(version)));
        Files.createSymbolicLink(root.resolve("usr/bin/link"), Path.of("v" + version));
        Files.writeString(root.resolve("usr/bin/only " + version), "");
        Files.setPosixFilePermissions(
                root.resolve("usr/bin/same"),
                PosixFilePermissions.fromString("1".equals(version) ? "rwxr-xr-x" : "rwxr-x---"));
        return root;
    }

    private FileList list(Path root) throws Exception {
        Path file = folder.resolve(root.getFileName() + ".jsonl.gz");
        FileList.of(root, Inspector.inspect(root)).write(file);
        return FileList.read(file).orElseThrow();
    }

    @Test
    void whatDiffersIsNamed() throws Exception {
        FileList before = list(root("a", "1"));
        FileList after = list(root("b", "9"));
        assertThat(FileChange.between(before, before)).isEmpty();
        assertThat(FileChange.between(before, after))
                .containsExactly(
                        new FileChange("/usr/bin/as long as before", "content", 0),
                        new FileChange("/usr/bin/grown", "content", 8),
                        new FileChange("/usr/bin/link", "to v1 → v9", 0),
                        new FileChange("/usr/bin/only 1", "removed", 0),
                        new FileChange("/usr/bin/only 9", "added", 0),
                        new FileChange("/usr/bin/same", "mode 755 → 750", 0));
    }

    @Test
    void aBuildWithoutOneOrWithABrokenOneIsNotCompared() throws Exception {
        assertThat(FileList.read(folder.resolve("none"))).isEmpty();
        Path broken = folder.resolve("broken");
        Files.writeString(broken, "not packed");
        assertThat(FileList.read(broken)).isEmpty();
    }
}
