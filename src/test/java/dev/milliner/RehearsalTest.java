package dev.milliner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolResult;
import dev.milliner.ground.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build rehearses ends by itself, has used the window, and leaves the sample as it was. */
class RehearsalTest {
    private static final Path SAMPLE = Path.of("sample-distros/bowler").toAbsolutePath();

    @TempDir
    Path remembered;

    @Test
    void theWindowTypesIntoTheSampleAndSavesNothing() throws IOException, InterruptedException {
        rehearse("workbench");
        try (Stream<Path> all = Files.walk(remembered)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .as("the window was there, and was closed")
                    .contains("workbench.json");
        }
    }

    @Test
    void commandsAnswerAndSaveNothing() throws IOException, InterruptedException {
        assertThat(rehearse("commands")).contains("greet").contains("bowler-root");
    }

    private String rehearse(String part) throws IOException, InterruptedException {
        Map<Path, Long> before = files();
        Map<String, String> environment = Map.of(
                "HOME", remembered.toString(),
                "XDG_STATE_HOME", remembered.toString(),
                "XDG_CONFIG_HOME", remembered.toString(),
                "XDG_CACHE_HOME", remembered.toString());
        List<String> words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.milliner.Rehearsal",
                part,
                SAMPLE.toString());
        ToolResult result = ToolRun.within(Duration.ofMinutes(3))
                .of(ToolCommand.of(Path.of("").toAbsolutePath(), environment, words));
        assertThat(files()).isEqualTo(before);
        return switch (result) {
            case ToolResult.Ended ended when ended.status() == 0 -> ended.output();
            case ToolResult other -> throw new AssertionError(other.toString());
        };
    }

    private static Map<Path, Long> files() throws IOException {
        Map<Path, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(SAMPLE)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.getLastModifiedTime(file).toMillis());
            }
        }
        return files;
    }
}
