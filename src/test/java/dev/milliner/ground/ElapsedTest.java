package dev.milliner.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A clock that is set while a build runs makes no build take less than no time, and none wait for ever. */
class ElapsedTest {
    @Test
    void aMomentAheadIsNoTimeAgo() {
        assertThat(Elapsed.since(Instant.now().plus(Duration.ofDays(400)))).isEqualTo(Duration.ZERO);
        assertThat(Elapsed.between(Instant.ofEpochSecond(10), Instant.ofEpochSecond(4)))
                .isEqualTo(Duration.ZERO);
        assertThat(Elapsed.between(Instant.ofEpochSecond(4), Instant.ofEpochSecond(10)))
                .isEqualTo(Duration.ofSeconds(6));
        assertThat(Elapsed.fromNow().time()).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Test
    void nothingIsMeasuredByAClockThatMayBeSet() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/milliner"))) {
            List<Path> measuring = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> text(file).contains("Duration.between(")
                            || text(file).contains("Instant.now().isBefore(")
                            || text(file).contains("Instant.now().isAfter("))
                    .toList();
            assertThat(measuring)
                    .extracting(file -> String.valueOf(file.getFileName()))
                    .containsExactlyInAnyOrder("Elapsed.java", "Ago.java");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
