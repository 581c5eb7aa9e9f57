package dev.milliner.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the system really throws. */
class FileTroubleTest {
    @TempDir
    Path folder;

    private static String words(ThrowingCallable deed) {
        IOException thrown = catchThrowableOfType(IOException.class, deed);
        assertThat(thrown).isNotNull();
        return FileTrouble.words(thrown);
    }

    @Test
    void aFullDisk() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "There is no /dev/full.");
        try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
            assertThat(words(() -> full.write(1)))
                    .isEqualTo(
                            "what is written or read finds no room left on its disk; make room there, or use another disk");
        }
    }

    @Test
    void tooLongAName() {
        Path file = folder.resolve("n".repeat(300));
        assertThat(words(() -> Files.writeString(file, "")))
                .isEqualTo(file + " has too long a name; use a shorter name, or a folder nearer to /");
    }

    @Test
    void aFileWhereAFolderShouldBe() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(words(() -> Files.createDirectories(file)))
                .isEqualTo(file + " is there already, and in the way; move it away");
        assertThat(words(() -> Files.writeString(file.resolve("x"), "")))
                .isEqualTo(file + "/x has a file on its way where a folder should be; move that file away");
        assertThat(words(() -> Files.newDirectoryStream(file))).contains("is a file where a folder should be");
    }

    @Test
    void nothingThere() {
        Path file = folder.resolve("none");
        assertThat(words(() -> Files.readString(file))).isEqualTo(file + " is not there");
        assertThat(words(() -> new FileInputStream(file.toFile()))).isEqualTo(file + " is not there");
        assertThat(FileTrouble.words(new UncheckedIOException(
                        catchThrowableOfType(IOException.class, () -> Files.readString(file)))))
                .isEqualTo(file + " is not there");
    }

    @Test
    void aReadOnlyFileSystem() {
        Path file = Path.of("/sys/milliner");
        assumeTrue(Files.isDirectory(Path.of("/sys")), "There is no /sys.");
        // The kernel's own file systems refuse in one way or another, and each is put into words.
        assertThat(words(() -> Files.createDirectory(file)))
                .startsWith(file + " ")
                .contains("; ");
        assertThat(FileTrouble.words(new FileSystemException("/x", null, "Read-only file system")))
                .isEqualTo("/x lies on a file system that is read-only; use a folder elsewhere, or mount it writable");
    }

    @Test
    void whatIsNotTheUsers() {
        assertThat(FileTrouble.words(new AccessDeniedException("/x")))
                .isEqualTo("/x is not yours to use; give yourself the right to it, or use another folder");
    }

    @Test
    void aCircleOfLinks() throws IOException {
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, link);
        assertThat(words(() -> Files.readString(link)))
                .isEqualTo(link + " is a symbolic link that leads in a circle; correct the link");
    }

    @Test
    void wordsThatAreNotKnownStayAsTheyAre() {
        assertThat(FileTrouble.words(new IOException("The thing (a big one) broke")))
                .isEqualTo("The thing (a big one) broke");
        assertThat(FileTrouble.words(new FileSystemException("/x", "/y", "Whatever")))
                .isEqualTo("/x (with /y) cannot be used: Whatever");
        assertThat(FileTrouble.words(new IOException()).toLowerCase(Locale.ROOT))
                .isEqualTo("ioexception");
    }
}
