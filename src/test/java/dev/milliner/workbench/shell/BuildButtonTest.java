package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.Tools;
import dev.milliner.build.host.EngineKind;
import dev.milliner.build.log.LogIndex;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.Outcome;
import dev.milliner.workbench.build.BuildSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitMenuButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Builds the sample's container image for real, from the button. */
@ExtendWith(ApplicationExtension.class)
class BuildButtonTest {
    private static final Path BOWLER = Path.of("sample-distros/bowler").toAbsolutePath();
    private static final int BUILD_SECONDS = 180;

    @TempDir
    static Path folder;

    private WorkbenchWindow window;

    @Start
    void start(javafx.stage.Stage stage) throws IOException {
        window = UiTest.open(stage, folder.resolve("state"), BOWLER);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            try {
                window.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Shell shell() {
        return Objects.requireNonNull(window.shell());
    }

    private BuildSession press(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.clickOn("#buildButton");
        UiTest.until("the build runs", () -> shell().builds().current() != null);
        return Objects.requireNonNull(shell().builds().current());
    }

    private static BuildResult result(BuildSession session) throws Exception {
        WaitForAsyncUtils.waitFor(BUILD_SECONDS, TimeUnit.SECONDS, () -> !session.isRunning());
        WaitForAsyncUtils.waitForFxEvents();
        return Objects.requireNonNull(session.stateProperty().get().result());
    }

    @Test
    void anEngineThatIsMissingCannotBeChosenAndSaysWhy(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        SplitMenuButton button = robot.lookup("#buildButton").queryAs(SplitMenuButton.class);
        Menu engines = button.getItems().stream()
                .filter(Menu.class::isInstance)
                .map(Menu.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(engines.getItems()).hasSameSizeAs(EngineKind.values()).allSatisfy(item -> {
            EngineKind engine = (EngineKind) item.getUserData();
            assertThat(item.isDisable()).isEqualTo(engine.absence().isPresent());
            assertThat(item.getText())
                    .startsWith(engine.label())
                    .contains(engine.absence().orElse(""));
        });
        assertThat(engines.getItems().getFirst().isDisable()).isFalse();
        assertThat(((RadioMenuItem) engines.getItems().getFirst()).isSelected()).isTrue();
    }

    @Test
    void buildsTheContainerAndShowsItsLogAndResult(FxRobot robot) throws Exception {
        Tools.needed();
        BuildSession session = press(robot);
        UiTest.until(
                "the log scrolls by",
                () -> session.lineCount() > 20
                        && !robot.lookup(".log-list .log-text").queryAll().isEmpty());
        assertThat(robot.lookup(".log-list .log-text").queryAll()).isNotEmpty();
        BuildResult result = result(session);
        // The sample packs the host's own busybox.
        assertThat(session.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("not shown to be: busybox"));
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.artifacts().getFirst().path()).isRegularFile();
        assertThat(result.packages()).extracting("name").contains("busybox", "greet", "filesystem");
        assertThat(result.level().v3()).isPositive();
        try (LogIndex log = LogIndex.open(result.log())) {
            assertThat(log.grow()).isTrue();
            assertThat(log.lines()).isEqualTo((int) session.lineCount());
        }
        robot.interact(() -> shell().showPage("builds"));
        assertThat(robot.lookup("#builds .build-cell").queryAll()).hasSize(1);
    }

    @Test
    void stoppedHalfWayTheHostIsClean(FxRobot robot) throws Exception {
        Tools.needed();
        BuildSession session = press(robot);
        UiTest.until("packages are being built", () -> session.stage(Stage.PACKAGES) != null);
        robot.clickOn("#stopButton");
        BuildResult result = result(session);
        assertThat(result.outcome()).isEqualTo(Outcome.STOPPED);
        Path build = result.log().getParent();
        assertThat(Files.readString(Path.of("/proc/self/mountinfo"))).doesNotContain(String.valueOf(build));
        List<String> processes = ProcessHandle.current()
                .descendants()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(String.valueOf(build)))
                .toList();
        assertThat(processes).isEmpty();
        assertThat(Objects.requireNonNull(build).resolve("work")).doesNotExist();
    }
}
