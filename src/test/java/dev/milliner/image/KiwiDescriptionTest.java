package dev.milliner.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KiwiDescriptionTest {
    private static final String TEXT = """
            <?xml version="1.0"?>
            <image schemaversion="8.0" name="hat">
              <preferences><version>1.2</version></preferences>
              <preferences profiles="disk"><type image="oem"/></preferences>
              <preferences profiles="container"><type image="oci"/></preferences>
              <repository><source path="dir:///srv/repo"/></repository>
              <packages type="bootstrap"><package name="filesystem"/></packages>
              <packages type="image" profiles="disk"><package name="kernel"/></packages>
              <packages type="delete"><package name="gone"/></packages>
            </image>
            """;

    @Test
    void aProfileChoosesWhatCounts() throws IOException {
        KiwiDescription disk = KiwiDescription.parse(TEXT, Optional.of("disk"));
        assertThat(disk.type()).isEqualTo("oem");
        assertThat(disk.needsLoopDevice()).isTrue();
        assertThat(disk.packages()).containsExactly("filesystem", "kernel");
        KiwiDescription container = KiwiDescription.parse(TEXT, Optional.of("container"));
        assertThat(container.packages()).containsExactly("filesystem");
        assertThat(container.needsLoopDevice()).isFalse();
        assertThat(container.folders()).containsExactly("/srv/repo");
        assertThat(container.hasRemoteRepository()).isFalse();
    }

    @Test
    void brokenXmlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> KiwiDescription.parse("<image>\n<packages>\n</image>", Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Line 3");
    }

    @Test
    void outsideEntitiesAreRefused() {
        String text = "<!DOCTYPE image [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<image name=\"&x;\"/>";
        assertThatThrownBy(() -> KiwiDescription.parse(text, Optional.empty())).isInstanceOf(IOException.class);
    }
}
