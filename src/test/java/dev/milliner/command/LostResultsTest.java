package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that can't be written are no success. */
class LostResultsTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private int run(File results, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.milliner.Milliner",
                "-C",
                "sample-distros/bowler"));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(results)
                .redirectError(folder.resolve("told").toFile())
                .start()
                .waitFor();
    }

    private String told() throws IOException {
        return Files.readString(folder.resolve("told"));
    }

    @Test
    void aFullDiskIsTold() throws Exception {
        assumeTrue(Files.exists(FULL), "There is no device here that is always full.");
        assertThat(run(FULL.toFile(), "check")).isEqualTo(CommandLineEntry.UNAVAILABLE);
        assertThat(told())
                .startsWith("milliner: The results can't be written: ")
                .contains("room");
        Path file = folder.resolve("list");
        assertThat(run(file.toFile(), "list", "images")).isEqualTo(CommandLineEntry.DONE);
        assertThat(file).content().contains("bowler-container");
        assertThat(told()).isEmpty();
    }
}
