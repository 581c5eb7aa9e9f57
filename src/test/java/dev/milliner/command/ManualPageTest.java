package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.ground.HostTools;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ManualPageTest {
    private static String page() {
        StringWriter text = new StringWriter();
        int status = CommandLineEntry.run(new PrintWriter(text), new PrintWriter(new StringWriter()), "manual");
        assertThat(status).isZero();
        return text.toString();
    }

    private static void everyCommandStands(String page, CommandLine command, String path) {
        command.getSubcommands().forEach((name, below) -> {
            assertThat(page).contains(".SS \"" + (path + name).replace("-", "\\-"));
            everyCommandStands(page, below, path + name + " ");
        });
    }

    @Test
    void tellsOfEveryCommand() {
        everyCommandStands(page(), CommandLineEntry.line(), "");
    }

    @Test
    void everyOptionSaysWhatItDoes() {
        assertThat(page()).contains("\\-\\-json").doesNotContainPattern("(?m)^\\.TP\\n.*\\n\\n");
    }

    @Test
    void manReadsItWithoutAComplaint(@TempDir Path folder) throws Exception {
        assumeTrue(HostTools.find("groff").isPresent(), "skipped: groff is not installed");
        Path file = Files.writeString(folder.resolve("milliner.1"), page());
        Process groff = new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", "-z", file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(groff.waitFor()).isZero();
    }
}
