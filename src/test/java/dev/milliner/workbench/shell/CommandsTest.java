package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Walks every command by its key and by quick search. */
@ExtendWith(ApplicationExtension.class)
class CommandsTest {
    @TempDir
    Path folder;

    private WorkbenchWindow window;

    @Start
    void start(Stage stage) throws IOException {
        window = UiTest.open(stage, folder.resolve("state"), Path.of("sample-distros/bowler"));
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.setupFixture(() -> {
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

    private void withAFileOpen(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().files().open("azldev.toml", editor -> {}));
        UiTest.until("the file is open", () -> shell().editors().current().isPresent());
    }

    @Test
    void eachByItsKey(FxRobot robot) {
        for (Command command : shell().commands().all()) {
            if (command.key().isPresent()) {
                withAFileOpen(robot);
                press(robot, (KeyCodeCombination) command.key().get());
                UiTest.until(command.id() + " ran", () -> ranLast(command));
            }
        }
        robot.interact(() -> shell().builds().stop());
        UiTest.until("no build runs", () -> !shell().builds().isRunning());
    }

    @Test
    void eachByQuickSearch(FxRobot robot) {
        for (Command command : shell().commands().all()) {
            if (command.id().equals("distro.close")) {
                // Nothing of the window's content is left then; WelcomeTest holds it.
                continue;
            }
            withAFileOpen(robot);
            boolean can = UiTest.onScreen(() -> command.enabled().getAsBoolean());
            robot.interact(() -> shell().palette().open(">" + command.words()));
            UiTest.until("quick search has answered", shell().palette()::isSettled);
            UiTest.type(robot, KeyCode.ENTER);
            UiTest.until(command.id() + " ran if it could", () -> ranLast(command) == can);
            UiTest.type(robot, KeyCode.ESCAPE);
        }
        robot.interact(() -> shell().builds().stop());
        UiTest.until("no build runs", () -> !shell().builds().isRunning());
    }

    private boolean ranLast(Command command) {
        return !shell().commands().recent().isEmpty()
                && shell().commands().recent().getFirst().equals(command.id());
    }

    private static void press(FxRobot robot, KeyCodeCombination key) {
        boolean control = key.getShortcut() == KeyCombination.ModifierValue.DOWN;
        boolean shift = key.getShift() == KeyCombination.ModifierValue.DOWN;
        if (control) {
            robot.press(KeyCode.CONTROL);
        }
        if (shift) {
            robot.press(KeyCode.SHIFT);
        }
        if (key.getAlt() == KeyCombination.ModifierValue.DOWN) {
            robot.press(KeyCode.ALT);
        }
        robot.type(key.getCode());
        robot.release(KeyCode.ALT, KeyCode.SHIFT, KeyCode.CONTROL);
    }

    @Test
    void theListOfKeysIsDrawnFromTheCommands() throws IOException {
        assertThat(Path.of("docs/keys.md"))
                .content()
                .contains(shell().commands().table());
    }

    @Test
    void wordsBeginWithACapitalAndKeysAreTakenOnce() {
        assertThat(shell().commands().all())
                .allSatisfy(command -> assertThat(command.words()).matches("[A-Z].*"));
        assertThat(shell().commands().all().stream()
                        .flatMap(command -> command.key().stream())
                        .map(Keys::words))
                .doesNotHaveDuplicates();
    }
}
