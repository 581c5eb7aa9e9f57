package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Without a distro, words are what is the same. */
@ExtendWith(ApplicationExtension.class)
class MatchingNamesTest {
    private EditorCase editor;

    @Start
    void start(Stage stage) {
        editor = new EditorCase(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(editor::close);
    }

    private List<Integer> boxedLines(FxRobot robot) {
        return robot.lookup(".same-name").queryAll().stream()
                // A box that is taken away meanwhile stands in no line.
                .map(Node::getParent)
                .filter(CodeLine.class::isInstance)
                .map(line -> ((CodeLine) line).line())
                .sorted()
                .toList();
    }

    private void await(FxRobot robot, Integer... lines) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> boxedLines(robot).equals(List.of(lines)));
    }

    @Test
    void theOtherPlacesOfTheWordAtTheCaretAreBoxedUntilItLeavesThem(FxRobot robot) throws TimeoutException {
        editor.show("a.txt", "one-two |three\nthree one\nthreefold three\n");
        robot.interact(() -> editor.area().moveTo(10));
        await(robot, 0, 1, 2);
        robot.interact(() -> editor.area().moveTo(1, 7));
        await(robot);
        robot.interact(() -> editor.area().moveTo(1, 2));
        await(robot, 0, 1, 2);
        editor.type("x");
        await(robot);
        assertThat(editor.shown()).contains("thx|ree one");
    }
}
