package dev.milliner.build.koji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of a log that grows, and what a killed Milliner gave of them. */
class LogTailTest {
    @TempDir
    private Path folder;

    @Test
    void whateverWayALogGrowsItsLinesAreTheSame() throws IOException {
        byte[] whole = "caf\u00e9 \u2713\r\n\n\ud83c\udfa9 hat\nlast".getBytes(StandardCharsets.UTF_8);
        for (int step = 1; step <= whole.length; step++) {
            Path log = folder.resolve("step-" + step);
            List<String> lines = new ArrayList<>();
            long offset = 0;
            for (int size = step; size < whole.length; size += step) {
                Files.write(log, java.util.Arrays.copyOf(whole, size));
                offset = LogTail.read(log, offset, false, lines::add);
            }
            Files.write(log, whole);
            offset = LogTail.read(log, offset, true, lines::add);
            assertThat(lines).as("step %s", step).containsExactly("caf\u00e9 \u2713", "", "\ud83c\udfa9 hat", "last");
            assertThat(offset).isEqualTo(whole.length);
        }
    }

    @Test
    void aLineWithoutAnEndIsGivenInPartsOfWholeCharacters() throws IOException {
        String text = "x" + "\u2713".repeat(50_000);
        Path log = Files.writeString(folder.resolve("long"), text);
        List<String> parts = new ArrayList<>();
        LogTail.read(log, 0, true, parts::add);
        assertThat(parts).hasSize(3);
        assertThat(String.join("", parts)).isEqualTo(text);
    }

    @Test
    void linesThatTheRecordDoesNotKnowOfAreNotGivenAgain() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs/noarch-1/x86_64-2"));
        Files.writeString(logs.resolve("build.log"), "one\ntwo\nthree\n");
        Files.writeString(folder.resolve("build.log"), """
                10:00:00.000 PACKAGES INFO Task 1
                10:00:00.000 PACKAGES INFO 2 build.log: one
                10:00:00.000 PACKAGES INFO 2 build.log: two
                10:00:00.000 PACKAGES INFO 2 buil""");
        KojiRecord record = KojiRecord.of("farm", KojiOrder.ofTask(1), folder).withLogs(Map.of(), Map.of(), 1);
        KojiRecord recovered = KojiRecovery.of(folder, folder.resolve("logs"), record);

        assertThat(recovered.sequence()).isEqualTo(3);
        assertThat(recovered.offsets()).containsExactly(Map.entry("noarch-1/x86_64-2/build.log", 8L));
        assertThat(folder.resolve("build.log")).content().endsWith("two\n");
        assertThat(KojiRecovery.of(folder, folder.resolve("logs"), recovered)).isEqualTo(recovered);
    }
}
