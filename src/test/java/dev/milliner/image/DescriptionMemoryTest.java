package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Problem;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import dev.milliner.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The problems of descriptions are those that are read anew, whatever was known of a state before. */
class DescriptionMemoryTest {
    private static final String TREE = """
            includes = ["images.toml"]
            [project]
            default-distro = { name = "d", version = "1" }
            [distros.d.versions.1]
            """;

    private static final String BOX = """
            <image schemaversion="8.0" name="box">
              <description type="system">
                <author>Bowler</author>
                <contact>maintainers@bowler.invalid</contact>
                <specification>A box</specification>
              </description>
              <preferences>
                <version>1.0.0</version>
                <packagemanager>dnf4</packagemanager>
                <type image="tbz"/>
              </preferences>
              <repository type="rpm-md"><source path="dir:///repo"/></repository>
              <include from="this://./more.xml"/>
            </image>
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DistroLoader loader = new DistroLoader();
    private final DescriptionMemory memory = new DescriptionMemory();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("azldev.toml"), TREE);
        Files.writeString(folder.resolve("images.toml"), """
                [images.box]
                definition = { type = "kiwi", path = "box.kiwi" }
                """);
        Files.writeString(folder.resolve("box.kiwi"), BOX);
    }

    /** What it says, which must be what is read anew. */
    private List<Problem> problems(SourceTree tree) {
        Distro distro = loader.load(tree);
        List<Problem> known = memory.of(distro);
        assertThat(known).isEqualTo(DescriptionProblems.of(distro));
        return known;
    }

    @Test
    void theyFollowEveryFileThatWasReadOrMissed() throws IOException {
        DiskTree disk = new DiskTree(folder);
        assertThat(problems(disk)).extracting(Problem::code).contains("kiwi-include");
        Files.writeString(folder.resolve("more.xml"), "<image schemaversion=\"8.0\" name=\"more\"></image>\n");
        assertThat(problems(disk)).extracting(Problem::code).doesNotContain("kiwi-include");
        assertThat(problems(new BufferTree(disk, Map.of("box.kiwi", BOX.replace("packagemanager>", "packagemanger>")))))
                .extracting(Problem::code)
                .contains("kiwi-element");
        assertThat(problems(disk)).extracting(Problem::code).doesNotContain("kiwi-element");
    }

    @Test
    void theyFollowWhatTheImageSays() {
        DiskTree disk = new DiskTree(folder);
        problems(disk);
        String other = "\n[images.box]\ndefinition = { type = \"kiwy\", path = \"box.kiwi\" }\n";
        assertThat(problems(new BufferTree(disk, Map.of("images.toml", other))))
                .extracting(Problem::code)
                .containsExactly("image-type");
    }

    @Test
    void whatStaysTheSameIsNotReadAgain() {
        DiskTree disk = new DiskTree(folder);
        List<Problem> once = memory.of(loader.load(disk));
        assertThat(memory.of(loader.load(new BufferTree(disk, Map.of("notes.toml", "x = 1\n")))))
                .isSameAs(once);
    }
}
