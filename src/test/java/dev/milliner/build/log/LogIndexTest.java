package dev.milliner.build.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of a log is found where it is, while the log grows and when it is very long. */
class LogIndexTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static String line(String stage, String severity, String text) {
        return "10:20:30.456 " + stage + " " + severity + " " + text + "\n";
    }

    @Test
    void linesThatAreStillBeingWrittenWait() throws IOException {
        Path file = folder.resolve("build.log");
        Files.writeString(file, line("CHECK", "INFO", "one") + "10:20:30.456 CHECK IN");
        try (LogIndex index = LogIndex.open(file)) {
            assertThat(index.grow()).isTrue();
            assertThat(index.lines()).isEqualTo(1);
            Files.writeString(file, "FO two\n" + line("IMAGE", "ERROR", "three"), StandardOpenOption.APPEND);
            assertThat(index.grow()).isTrue();
            assertThat(index.grow()).isFalse();
            assertThat(index.block(0)).extracting(LoggedLine::text).containsExactly("one", "two", "three");
            assertThat(index.sections())
                    .containsExactly(new LogSection(Stage.CHECK, 1, 2), new LogSection(Stage.IMAGE, 3, 3));
            assertThat(index.next(LogSeverity.ERROR, 0)).isEqualTo(3);
            assertThat(index.next(LogSeverity.WARNING, 0)).isZero();
        }
    }

    @Test
    void linesOfOtherProgramsSayNothingOfASeverity() throws IOException {
        Path file = folder.resolve("task.log");
        Files.writeString(file, "one two thre Ends well\n10:20:30.456 no Wonder\nx\n\nchecking for it Waits\n");
        try (LogIndex index = LogIndex.open(file)) {
            assertThat(index.grow()).isTrue();
            assertThat(index.lines()).isEqualTo(5);
            assertThat(index.count(LogSeverity.ERROR)).isZero();
            assertThat(index.sections()).containsExactly(new LogSection(Stage.CHECK, 1, 5));
        }
    }

    @Test
    void aMillionLinesAreFoundEachWhereItIs() throws IOException {
        Path file = folder.resolve("build.log");
        int total = 1_000_000;
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 1; i <= total; i++) {
                writer.write(line(
                        "PACKAGES", i % 1000 == 0 ? "WARNING" : "DEBUG", "line " + i + (i % 7 == 0 ? " ünï" : "")));
            }
        }
        try (LogIndex index = LogIndex.open(file)) {
            assertThat(index.grow()).isTrue();
            assertThat(index.lines()).isEqualTo(total);
            assertThat(index.count(LogSeverity.WARNING)).isEqualTo(total / 1000);
            for (int number : new int[] {1, 128, 129, 500_000, 999_936, 1_000_000}) {
                int block = (number - 1) / LogIndex.BLOCK;
                LoggedLine found = index.block(block).get((number - 1) % LogIndex.BLOCK);
                assertThat(found.number()).isEqualTo(number);
                assertThat(found.text()).startsWith("line " + number);
            }
            assertThat(index.block((total - 1) / LogIndex.BLOCK)).hasSize((total - 1) % LogIndex.BLOCK + 1);
            assertThat(index.block(total / LogIndex.BLOCK + 1)).isEmpty();
            LogSearch search = new LogSearch(index, "LINE 99999");
            search.go(() -> false);
            assertThat(search.count()).isEqualTo(11);
            assertThat(search.next(0)).isEqualTo(99_999);
            assertThat(search.next(999_999)).isEqualTo(99_999);
            assertThat(search.previous(99_999)).isEqualTo(999_999);
            assertThat(search.place(999_990)).isEqualTo(2);
        }
    }

    @Test
    void aSearchGoesOnInWhatIsNew() throws IOException {
        Path file = folder.resolve("build.log");
        Files.writeString(file, line("CHECK", "INFO", "a needle") + line("CHECK", "INFO", "hay"));
        try (LogIndex index = LogIndex.open(file)) {
            index.grow();
            LogSearch search = new LogSearch(index, "needle");
            search.go(() -> false);
            Files.writeString(
                    file, line("CHECK", "INFO", "another \u001b[31mnee\u001b[0mdle"), StandardOpenOption.APPEND);
            index.grow();
            search.go(() -> false);
            assertThat(search.count()).isEqualTo(2);
            assertThat(search.next(1)).isEqualTo(3);
        }
    }

    @Test
    void coloursOfToolsAreRead() {
        assertThat(AnsiText.runs("plain")).containsExactly(new AnsiText.Run("plain", "", false));
        assertThat(AnsiText.runs("a\u001b[1;31mred\u001b[0m z\u001b[K\u001b]8;;x\u0007!"))
                .isEqualTo(List.of(
                        new AnsiText.Run("a", "", false),
                        new AnsiText.Run("red", "red", true),
                        new AnsiText.Run(" z", "", false),
                        new AnsiText.Run("!", "", false)));
        assertThat(AnsiText.plain("\u001b[38;5;1mx\u001b[m")).isEqualTo("x");
    }

    @Test
    void noLineIsLostAroundOneThatIsTooLongToShow() throws IOException {
        Path file = folder.resolve("long.log");
        Files.writeString(file, "first\n" + "a".repeat(65 << 20) + "\nlast\n");
        try (LogIndex index = LogIndex.open(file)) {
            assertThat(index.grow()).isTrue();
            List<LoggedLine> lines = index.block(0);
            assertThat(lines).hasSize(3);
            assertThat(lines.get(0).text()).isEqualTo("first");
            assertThat(lines.get(1).text()).contains("not shown");
        }
    }
}
