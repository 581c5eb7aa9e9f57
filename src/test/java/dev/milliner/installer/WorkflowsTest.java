package dev.milliner.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yaml.snakeyaml.Yaml;

/** What hosted continuous integration is told to run is there, and is a shell's language; GitHub itself is not asked. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class WorkflowsTest {
    private static final Pattern SCRIPT = Pattern.compile("(?:installer|\\.ci)/[\\w./-]+");

    private static List<String> commands(String workflow) throws Exception {
        Map<String, Map<String, Map<String, List<Map<String, Object>>>>> read =
                new Yaml().load(Files.readString(Path.of(".github/workflows", workflow)));
        List<String> commands = new ArrayList<>();
        for (Map<String, List<Map<String, Object>>> job : read.get("jobs").values()) {
            job.get("steps").stream()
                    .filter(step -> step.containsKey("run"))
                    .forEach(step -> commands.add((String) step.get("run")));
        }
        return commands;
    }

    private static List<String> scripts(String workflow) throws Exception {
        return commands(workflow).stream()
                .flatMap(command -> SCRIPT.matcher(command).results())
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void aChangeRunsAllThatItMustPass() throws Exception {
        assertThat(scripts("test.yml")).containsExactly(".ci/run");
    }

    @Test
    void aReleaseIsProvenThenPackedThenSummed() throws Exception {
        assertThat(scripts("release.yml"))
                .containsExactly(".ci/run", "installer/package.sh", "installer/checksums.sh")
                .allSatisfy(script -> assertThat(Path.of(script)).isRegularFile());
    }

    @Test
    void everyCommandIsAShells() throws Exception {
        try (Stream<Path> workflows = Files.list(Path.of(".github/workflows"))) {
            for (Path workflow : workflows.toList()) {
                for (String command : commands(workflow.getFileName().toString())) {
                    Process process = new ProcessBuilder("bash", "-n", "-c", command)
                            .redirectErrorStream(true)
                            .start();
                    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(process.waitFor()).as(command + said).isZero();
                }
            }
        }
    }
}
