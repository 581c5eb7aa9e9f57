package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PinnedHeaderTest {
    private static final String TEXT = "# first\n[a]\n" + "x = 1\n".repeat(100) + "[b]\n" + "y = 1\n".repeat(100);

    private EditorCase editor;

    @Start
    void start(Stage stage) {
        editor = new EditorCase(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(editor::close);
    }

    private CodeLine pinned(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".code-line.pinned").queryAs(CodeLine.class);
    }

    private void scrollTo(FxRobot robot, int line) {
        LinesView lines = editor.area().lines();
        robot.interact(() -> lines.scroll().setTop(line * lines.metrics().height()));
    }

    @Test
    void theHeaderOfWhatIsOnTopStaysThereAndIsGoneToByAClick(FxRobot robot) {
        editor.show("a.toml", TEXT);
        assertThat(pinned(robot).isVisible()).isFalse();
        scrollTo(robot, 50);
        assertThat(pinned(robot).isVisible()).isTrue();
        assertThat(pinned(robot).text()).isEqualTo("[a]");
        scrollTo(robot, 102);
        assertThat(pinned(robot).isVisible()).isFalse();
        scrollTo(robot, 140);
        assertThat(pinned(robot).text()).isEqualTo("[b]");
        robot.clickOn(pinned(robot));
        assertThat(editor.editor().line()).isEqualTo(103);
    }

    @Test
    void anEditedHeaderIsShownAsItIsAndTheCaretIsNeverBelowIt(FxRobot robot) {
        editor.show("a.toml", TEXT);
        scrollTo(robot, 50);
        robot.interact(() -> editor.area().insertText(1, 1, "other-"));
        scrollTo(robot, 50);
        assertThat(pinned(robot).text()).isEqualTo("[other-a]");
        robot.interact(() -> editor.area().moveTo(51, 0));
        editor.press(KeyCode.UP, "");
        WaitForAsyncUtils.waitForFxEvents();
        double caret = robot.from(editor.area().lines())
                .lookup(".caret")
                .queryAs(CaretBar.class)
                .getY();
        assertThat(caret).isGreaterThanOrEqualTo(pinned(robot).getHeight());
        robot.interact(() -> editor.area().deleteText(1, 0, 2, 0));
        scrollTo(robot, 50);
        assertThat(pinned(robot).isVisible()).isFalse();
    }
}
