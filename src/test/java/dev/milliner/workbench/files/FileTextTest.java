package dev.milliner.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTextTest {
    @TempDir
    Path folder;

    @Test
    void writesThroughALinkAndKeepsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("real.toml"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.toml"), file);
        FileText.write(link, "näw 🎩");
        assertThat(FileText.read(file)).isEqualTo("näw 🎩");
        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException {
        FileText.write(folder.resolve("a.toml"), "a = 1\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("a.toml");
        }
    }

    @Test
    void refusesWhatIsNoUtf8() throws IOException {
        Path file = Files.write(folder.resolve("binary"), new byte[] {'a', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> FileText.read(file)).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void aTextThatIsNoUnicodeIsNotWrittenAndTheFileStays() throws IOException {
        Path file = Files.writeString(folder.resolve("a.toml"), "old");
        assertThatThrownBy(() -> FileText.write(file, "half a pair: \ud83c")).isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
    }
}
