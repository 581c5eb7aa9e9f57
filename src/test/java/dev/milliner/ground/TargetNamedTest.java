package dev.milliner.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asked for a file hears of that file, once, and not of what was to take its place. */
class TargetNamedTest {
    /** A folder of devices that takes no file, from whomever. */
    private static final Path NO_FOLDER = Path.of("/proc/self");

    @TempDir
    Path folder;

    @Test
    void whatTakesNoFileIsNamedByTheFileThatWasMeant() {
        Path file = NO_FOLDER.resolve("plan.csv");
        for (Throwable failure : new Throwable[] {
            catchThrowable(() -> FileSave.export(file, "text")),
            catchThrowable(() -> FileSave.of(folder).write(file, "text"))
        }) {
            assertThat(failure).isInstanceOf(IOException.class);
            assertThat(FileTrouble.words(failure)).contains("/proc/self").doesNotContain(".milliner", "UUID");
        }
    }

    @Test
    void aWordOfTheSystemAloneIsToldOfTheFile() {
        Path file = folder.resolve("a.toml");
        Path temporary = folder.resolve(".a.toml.milliner");
        IOException told = FileTrouble.of(new IOException("No space left on device"), temporary, file);
        assertThat(FileTrouble.words(told)).startsWith(file + " finds no room left on its disk");
        assertThat(FileTrouble.of(
                        new FileSystemException(temporary.toString(), null, "Read-only file system"), temporary, file))
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining(".milliner");
    }

    @Test
    void otherFailuresStayAsTheyAre() {
        IOException other = new IOException("a word of ours");
        assertThat(FileTrouble.of(other, folder, folder)).isSameAs(other);
        IOException elsewhere = new FileSystemException("/elsewhere", null, "Not a directory");
        assertThat(FileTrouble.of(elsewhere, folder.resolve("t"), folder.resolve("f")))
                .isSameAs(elsewhere);
    }

    @Test
    void theFileIsNamedOnce() {
        Path file = folder.resolve("none");
        assertThat(FileTrouble.words(file, "can't be read", new NoSuchFileException(file.toString())))
                .isEqualTo(file + " is not there");
        assertThat(FileTrouble.words(file, "can't be read", new IOException("it is no archive")))
                .isEqualTo(file + " can't be read: it is no archive");
    }

    @Test
    void nothingIsLeftWhereTheTargetIsAFolder() throws IOException {
        Path target = folder.resolve("target");
        Files.createDirectories(target.resolve("inside"));
        assertThatThrownBy(() -> FileSave.export(target, "text")).isInstanceOf(IOException.class);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }
}
