package dev.milliner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Severity;
import dev.milliner.source.DiskTree;
import dev.milliner.upstream.ComponentSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample distro's sources, prepared as azldev has prepared them; its results lie among the test's resources. */
class BowlerSourcesTest {
    private static final Path PREPARED = Path.of("src/test/resources/dev/milliner/bowler-prepared");
    private static final Distro BOWLER = new DistroLoader().load(new DiskTree(Path.of("sample-distros/bowler")));

    @Test
    void theSampleHasNoError() {
        assertThat(BOWLER.problems())
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bowler-release", "brim", "busybox", "filesystem", "greet", "linux", "ribbon"})
    void sourcesEqualAzldevs(String name) throws Exception {
        var component = Objects.requireNonNull(BOWLER.components().get(name));
        OverlayApplication applied = SourcePreparation.apply(
                Recipe.of(component), ComponentSources.of(BOWLER, component), ComponentSources.reader(BOWLER));
        assertThat(applied.error()).isEmpty();
        assertThat(List.copyOf(applied.result().files().keySet())).isEqualTo(files(name));
        for (String file : files(name)) {
            assertThat(applied.result().file(file).orElseThrow().bytes())
                    .as(file)
                    .isEqualTo(Files.readAllBytes(PREPARED.resolve(name).resolve(file)));
        }
    }

    private static List<String> files(String name) throws IOException {
        Path root = PREPARED.resolve(name);
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
