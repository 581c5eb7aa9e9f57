package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A workbench killed with -9 over unsaved text; the next one offers it back, byte for byte. */
@ExtendWith(ApplicationExtension.class)
class KilledWorkbenchTest {
    private static final String UNSAVED = "# unsaved: naïve \"quotes\" \\ and 🎩\n\n  \t";

    @TempDir
    static Path folder;

    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @Test
    void unsavedTextSurvivesAKill(FxRobot robot) throws Exception {
        Path root = Files.createDirectories(folder.resolve("distro"));
        String text = "[project]\r\ndescription = \"d\"\r\n";
        Files.writeString(root.resolve("azldev.toml"), text);
        Path state = folder.resolve("state");
        killWhenKept(state, root);
        assertThat(Files.readString(root.resolve("azldev.toml"))).isEqualTo(text);

        WorkbenchWindow[] window = new WorkbenchWindow[1];
        robot.interact(() -> {
            try {
                window[0] = UiTest.open(stage, state, root);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        Shell shell = Objects.requireNonNull(window[0].shell());
        UiTest.until(
                "the text is offered", () -> robot.lookup("#restore").tryQuery().isPresent());
        robot.clickOn("Restore");
        UiTest.until("the text is back", () -> shell.editors().current().isPresent());
        var editor = shell.editors().current().orElseThrow();
        UiTest.until("it counts as unsaved", () -> editor.dirtyProperty().get());
        assertThat(editor.file().mirror().fileText()).isEqualTo(text + UNSAVED.replace("\n", "\r\n"));
        robot.interact(() -> shell.files().save(editor));
        UiTest.until("it is saved", () -> !editor.dirtyProperty().get());
        assertThat(Files.readString(root.resolve("azldev.toml"))).isEqualTo(text + UNSAVED.replace("\n", "\r\n"));
        robot.interact(() -> {
            try {
                window[0].close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(kept(state)).isEmpty();
    }

    private static void killWhenKept(Path state, Path root) throws Exception {
        Process workbench = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingWorkbench.class.getName(),
                        state.toString(),
                        root.toString(),
                        "azldev.toml",
                        UNSAVED))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new java.io.InputStreamReader(workbench.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("edited");
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !kept(state).isEmpty());
        } finally {
            // On Linux this is kill -9.
            workbench.destroyForcibly();
            assertThat(workbench.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static List<Path> kept(Path state) throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(file -> file.toString().endsWith(".json") && !file.endsWith("workbench.json"))
                    .toList();
        } catch (UncheckedIOException written) {
            // A file was moved to its place meanwhile.
            return List.of();
        }
    }
}
