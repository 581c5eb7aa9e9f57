package dev.milliner.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a log, however long it is. */
class LogEndTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private void log(int lines, String more) throws IOException {
        Files.writeString(
                folder.resolve("milliner.0.log"),
                IntStream.range(0, lines).mapToObj(line -> line + more).collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void whereNothingWasLoggedThatIsSaid() {
        assertThat(LogEnd.of(folder)).isEqualTo("Nothing was logged.");
    }

    @Test
    void theLastLinesAreTold() throws IOException {
        log(1000, " said");
        assertThat(LogEnd.of(folder).lines())
                .hasSize(LogEnd.MOST_LINES)
                .startsWith("800 said")
                .endsWith("999 said");
    }

    @Test
    void noLineIsCutInTwo() throws IOException {
        log(1000, " " + "x".repeat(5000));
        assertThat(LogEnd.of(folder).lines()).hasSize(13).allMatch(line -> line.matches("9\\d\\d x{5000}"));
    }
}
