package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.editor.CodeEditor;
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
        Path file = Files.writeString(root.resolve("azldev.toml"), text);
        Path state = folder.resolve("state");
        killWhenKept(state, root, "azldev.toml");
        assertThat(Files.readString(file)).isEqualTo(text);

        WorkbenchWindow window = open(robot, state, root);
        CodeEditor editor = restored(robot, window);
        assertThat(editor.file().mirror().fileText()).isEqualTo(text + UNSAVED.replace("\n", "\r\n"));
        robot.interact(() -> Objects.requireNonNull(window.shell()).files().save(editor));
        UiTest.until("it is saved", () -> !editor.dirtyProperty().get());
        assertThat(Files.readString(file)).isEqualTo(text + UNSAVED.replace("\n", "\r\n"));
        close(robot, window);
        assertThat(kept(state)).isEmpty();
    }

    @Test
    void textIsTakenBackOverAFileThatHoldsNoneAnyMore(FxRobot robot) throws Exception {
        Path root = Files.createDirectories(folder.resolve("rubbish"));
        Files.writeString(root.resolve("azldev.toml"), "");
        Path file = Files.writeString(root.resolve("more.toml"), "a = 1\n");
        Path state = folder.resolve("rubbish-state");
        killWhenKept(state, root, "more.toml");
        Files.write(file, new byte[] {(byte) 0xff, 0, (byte) 0xfe});

        WorkbenchWindow window = open(robot, state, root);
        CodeEditor editor = restored(robot, window);
        assertThat(editor.file().mirror().fileText()).isEqualTo("a = 1\n" + UNSAVED);
        robot.interact(() -> Objects.requireNonNull(window.shell()).files().save(editor));
        UiTest.until("it asks", () -> robot.lookup("Keep mine").tryQuery().isPresent());
        assertThat(Files.readAllBytes(file)).hasSize(3);
        robot.clickOn("Keep mine");
        UiTest.until("it is saved", () -> !editor.dirtyProperty().get());
        assertThat(Files.readString(file)).isEqualTo("a = 1\n" + UNSAVED);
        close(robot, window);
        assertThat(kept(state)).isEmpty();
    }

    private WorkbenchWindow open(FxRobot robot, Path state, Path root) {
        WorkbenchWindow[] window = new WorkbenchWindow[1];
        robot.interact(() -> {
            try {
                window[0] = UiTest.open(stage, state, root);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return window[0];
    }

    /** Takes the text that is offered back; gives the editor that has it. */
    private static CodeEditor restored(FxRobot robot, WorkbenchWindow window) {
        Shell shell = Objects.requireNonNull(window.shell());
        UiTest.until(
                "the text is offered", () -> robot.lookup("#restore").tryQuery().isPresent());
        robot.clickOn("Restore");
        UiTest.until("the text is back", () -> shell.editors().current().isPresent());
        CodeEditor editor = shell.editors().current().orElseThrow();
        UiTest.until("it counts as unsaved", () -> editor.dirtyProperty().get());
        return editor;
    }

    private static void close(FxRobot robot, WorkbenchWindow window) {
        robot.interact(() -> {
            try {
                window.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void killWhenKept(Path state, Path root, String file) throws Exception {
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
                        file,
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
