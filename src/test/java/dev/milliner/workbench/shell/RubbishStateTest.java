package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whatever lies in the state folder, the window opens, says what it could not read, and moves it aside. */
@ExtendWith(ApplicationExtension.class)
class RubbishStateTest {
    private static final Path DISTRO = Path.of("sample-distros/bowler").toAbsolutePath();

    @TempDir
    Path state;

    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    private WorkbenchWindow open(FxRobot robot) {
        WorkbenchWindow[] window = new WorkbenchWindow[1];
        robot.interact(() -> {
            try {
                window[0] = UiTest.open(stage, state, DISTRO);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return window[0];
    }

    private void close(WorkbenchWindow window, FxRobot robot) {
        robot.interact(() -> {
            try {
                window.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String told(FxRobot robot) {
        return robot.lookup("#told").query().lookupAll(".label").stream()
                .map(Label.class::cast)
                .map(Label::getText)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void itOpensTellsAndSetsAside(FxRobot robot) throws IOException {
        Path dead = Files.createDirectories(state.resolve("journal/dead"));
        Files.writeString(dead.resolve("x.json"), "{\"root\":\"/r\",\"pa");
        Files.writeString(dead.resolve(".x.json1.milliner"), "");
        Files.createDirectories(state.resolve("journal/other/y.json"));
        Files.writeString(state.resolve("workbench.json"), "{\"theme\": \"dark\", \"openFiles\": ");
        WorkbenchWindow window = open(robot);
        Shell shell = Objects.requireNonNull(window.shell());
        UiTest.until("the distro is shown", shell::isSettled);
        assertThat(told(robot)).contains("What the workbench remembered could not be read", "An unsaved text");
        assertThat(state.resolve("set-aside")).isNotEmptyDirectory();
        close(window, robot);

        WorkbenchWindow again = open(robot);
        UiTest.until("the distro is shown again", () -> Objects.requireNonNull(again.shell())
                .isSettled());
        assertThat(robot.lookup("#told").tryQuery()).isEmpty();
        close(again, robot);
    }

    @Test
    void aStateFolderThatIsAFileStopsNothing(FxRobot robot) throws IOException {
        Files.writeString(state.resolve("journal"), "a file");
        WorkbenchWindow window = open(robot);
        UiTest.until("the distro is shown", () -> Objects.requireNonNull(window.shell())
                .isSettled());
        assertThat(told(robot)).contains("Unsaved text can't be kept", "XDG_STATE_HOME");
        close(window, robot);
    }
}
