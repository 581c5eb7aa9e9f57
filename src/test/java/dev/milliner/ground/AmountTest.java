package dev.milliner.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and nouns agree, in the one place that knows how. */
class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "0, package, 0 packages",
        "1, package, 1 package",
        "2, package, 2 packages",
        "1, clash, 1 clash",
        "3, clash, 3 clashes",
        "2, process, 2 processes",
        "2, build directory, 2 build directories",
        "2, dependency, 2 dependencies",
    })
    void aNounGoesWithItsNumber(long number, String noun, String words) {
        assertThat(Amount.of(number, noun)).isEqualTo(words);
    }

    @Test
    void whatElseGoesWithANumber() {
        assertThat(Amount.either(1, "is", "are")).isEqualTo("is");
        assertThat(Amount.either(0, "is", "are")).isEqualTo("are");
    }

    /** A number before a plural that is written out says "1 packages" some day. */
    @ParameterizedTest
    @ValueSource(strings = {"command", "build/koji", "build/kiwi", "build/rpm", "build/run"})
    void noCommandWritesAPluralItself(String room) throws IOException {
        Pattern written = Pattern.compile("(%,?d|\\) \\+ \"|(size|count|total|number|bytes) \\+ \") ?"
                + "(package|overlay|file|line|byte|component|problem|error|image|layer|group)s\\b");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/milliner", room))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            for (Path source : sources) {
                assertThat(Files.readString(source)).as(source.toString()).doesNotContainPattern(written);
            }
        }
    }
}
