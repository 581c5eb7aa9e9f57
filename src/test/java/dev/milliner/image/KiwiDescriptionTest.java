package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build is told of a description. */
class KiwiDescriptionTest {
    private static final String TEXT = """
            <?xml version="1.0"?>
            <image schemaversion="8.0" name="hat">
              <description type="system">
                <author>a</author><contact>c</contact><specification>s</specification>
              </description>
              <profiles>
                <profile name="disk" description="d"/><profile name="container" description="c"/>
              </profiles>
              <preferences><version>1.2</version></preferences>
              <preferences profiles="disk"><type image="oem" filesystem="ext4"/></preferences>
              <preferences profiles="container"><type image="oci"/></preferences>
              <repository><source path="dir:///srv/repo"/></repository>
              <packages type="bootstrap"><package name="filesystem"/></packages>
              <packages type="image" profiles="disk"><package name="kernel"/></packages>
              <packages type="delete"><package name="gone"/></packages>
            </image>
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private KiwiDescription read(String text, String profile) throws IOException {
        BufferTree tree = new BufferTree(new DiskTree(folder), Map.of("hat.kiwi", text));
        return KiwiDescription.read(tree, "hat.kiwi", Optional.of(profile), "x86_64");
    }

    @Test
    void aProfileChoosesWhatCounts() throws IOException {
        KiwiDescription disk = read(TEXT, "disk");
        assertThat(disk.type()).isEqualTo("oem");
        assertThat(disk.version()).isEqualTo("1.2");
        assertThat(disk.needsLoopDevice()).isTrue();
        assertThat(disk.packages()).containsExactly("filesystem", "kernel");
        KiwiDescription container = read(TEXT, "container");
        assertThat(container.packages()).containsExactly("filesystem");
        assertThat(container.needsLoopDevice()).isFalse();
        assertThat(container.folders()).containsExactly("/srv/repo");
        assertThat(container.hasRemoteRepository()).isFalse();
    }

    @Test
    void whatKiwiRefusesIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("<image>\n<packages>\n</image>", "disk"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hat.kiwi:3");
        assertThatThrownBy(() -> read(TEXT.replace("<package name=\"kernel\"/>", "<pakage name=\"kernel\"/>"), "disk"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hat.kiwi:14")
                .hasMessageContaining("Did you mean package?");
        assertThatThrownBy(() -> read(TEXT, "disc"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'disc'");
    }
}
