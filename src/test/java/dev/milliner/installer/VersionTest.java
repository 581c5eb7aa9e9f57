package dev.milliner.installer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.ground.Release;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What this checkout says of itself can be released. */
class VersionTest {
    @Test
    void mavenAndTheProgramAgree() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml")))
                .containsPattern(
                        "<artifactId>milliner</artifactId>\\s*<version>" + Release.VERSION + "(-SNAPSHOT)?</version>");
    }

    @Test
    void theChangelogHasOneTitleAndOnePlaceForWhatIsNew() throws Exception {
        assertThat(Files.readAllLines(Path.of("CHANGELOG.md")))
                .filteredOn(line -> line.matches("# .*|## Unreleased"))
                .containsExactly("# Changelog", "## Unreleased");
    }
}
