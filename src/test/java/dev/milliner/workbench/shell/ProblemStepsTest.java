package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.editor.CodeEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** F8 goes from problem to problem through all files, and round again; Shift+F8 the other way. */
class ProblemStepsTest extends SampleWindow {
    private static final String GREET = "comps/greet/greet.comp.toml";
    private static final String BRIM = "comps/brim/brim.comp.toml";

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    void prepare(Path copy) throws IOException {
        for (String file : new String[] {GREET, BRIM}) {
            Path path = copy.resolve(file);
            Files.writeString(path, Files.readString(path) + "\nno-such-key = 1\n");
        }
    }

    private String at() {
        return UiTest.onScreen(() -> shell().editors()
                .current()
                .map((CodeEditor editor) -> editor.file().path() + ":" + editor.line())
                .orElse(""));
    }

    private static int lines(Path file) throws IOException {
        return Files.readAllLines(file).size();
    }

    @Test
    void problemsAreGoneThroughAndRoundAgain(FxRobot robot) throws IOException {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        String brim = BRIM + ":" + lines(tree().resolve(BRIM));
        String greet = GREET + ":" + lines(tree().resolve(GREET));
        robot.type(KeyCode.F8);
        UiTest.until("the first", () -> at().equals(brim));
        robot.type(KeyCode.F8);
        UiTest.until("the second", () -> at().equals(greet));
        robot.type(KeyCode.F8);
        UiTest.until("the first again", () -> at().equals(brim));
        robot.press(KeyCode.SHIFT).type(KeyCode.F8).release(KeyCode.SHIFT);
        UiTest.until("back", () -> at().equals(greet));
        assertThat(shell().editors().all()).hasSize(2);
    }
}
