package dev.milliner.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.ground.HostTools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The scripts are POSIX and without the mistakes that ShellCheck knows. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ShellcheckTest {
    @Test
    void theScriptsPass() throws Exception {
        assumeTrue(HostTools.find("shellcheck").isPresent(), "skipped: shellcheck is not installed");
        List<String> command = new ArrayList<>(List.of("shellcheck", "-x", "../.ci/run", "milliner"));
        Path installer = Path.of("installer");
        try (Stream<Path> scripts = Files.walk(installer)) {
            scripts.map(script -> installer.relativize(script).toString())
                    .filter(name -> name.endsWith(".sh"))
                    .forEach(command::add);
        }
        Process process = new ProcessBuilder(command)
                .directory(Path.of("installer").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
