package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workbench where it can show nothing. */
class OpenCommandTest {
    @ParameterizedTest
    @CsvSource({", DISPLAY is not set.", ":4711, 'DISPLAY is '':4711'', which can''t be reached.'"})
    void withoutADisplayItSaysSoInASentence(String display, String why) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.milliner.Milliner",
                "open",
                "sample-distros/bowler");
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        if (display != null) {
            builder.environment().put("DISPLAY", display);
        }
        Process program = builder.redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(said).isEqualTo(CommandLineEntry.UNAVAILABLE);
        assertThat(said)
                .contains("milliner: There is no display to open a window on: " + why)
                .doesNotContain("Exception", "\tat ");
    }
}
