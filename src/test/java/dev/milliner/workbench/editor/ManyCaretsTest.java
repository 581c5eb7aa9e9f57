package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Severity;
import dev.milliner.text.TextRange;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Several carets; in texts a bar is a caret, two are a selection, and a slash is a line break. */
@ExtendWith(ApplicationExtension.class)
class ManyCaretsTest {
    private EditorCase editor;

    @Start
    void start(Stage stage) {
        editor = new EditorCase(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(editor::close);
    }

    private void show(String marked) {
        editor.show("a.toml", marked.replace('/', '\n'));
    }

    private String shown() {
        return editor.shown().replace('\n', '/');
    }

    @Test
    void wordsAreSelectedOneByOneAndTypedOverByOneStep() {
        show("a|b = 1/abc = ab/x-ab = ab");
        editor.press(KeyCode.D, "ctrl");
        assertThat(shown()).isEqualTo("|ab| = 1/abc = ab/x-ab = ab");
        editor.press(KeyCode.D, "ctrl");
        editor.press(KeyCode.D, "ctrl");
        editor.press(KeyCode.D, "ctrl");
        assertThat(shown()).isEqualTo("|ab| = 1/abc = |ab|/x-ab = |ab|");
        editor.type("name");
        assertThat(shown()).isEqualTo("name| = 1/abc = name|/x-ab = name|");
        editor.undo();
        assertThat(editor.area().getText()).isEqualTo("ab = 1\nabc = ab\nx-ab = ab");
        assertThat(editor.area().carets().areMany()).isFalse();
    }

    @Test
    void allMatchesOfWhatIsSelectedAreTaken() {
        show("x|a|a/aab/ab");
        editor.press(KeyCode.L, "ctrl shift");
        assertThat(shown()).isEqualTo("x|a||a|/|a||a|b/|a|b");
        editor.type("-");
        assertThat(shown()).isEqualTo("x-|-|/-|-|b/-|b");
    }

    @Test
    void caretsAboveAndBelowActTogether() {
        show("ab|c/d/efgh");
        editor.press(KeyCode.DOWN, "ctrl alt");
        editor.press(KeyCode.DOWN, "ctrl alt");
        assertThat(shown()).isEqualTo("ab|c/d|/e|fgh");
        editor.press(KeyCode.ESCAPE, "");
        assertThat(shown()).isEqualTo("abc/d/e|fgh");
        editor.press(KeyCode.UP, "ctrl alt");
        editor.press(KeyCode.HOME, "shift");
        assertThat(shown()).isEqualTo("abc/|d|/|e|fgh");
        editor.press(KeyCode.RIGHT, "");
        editor.press(KeyCode.RIGHT, "");
        assertThat(shown()).isEqualTo("abc/d/|ef|gh");
    }

    @Test
    void keysEditAtAllOfThem() {
        show("a|/b/c");
        editor.press(KeyCode.DOWN, "ctrl alt");
        editor.press(KeyCode.DOWN, "ctrl alt");
        editor.press(KeyCode.TAB, "");
        editor.type("(x");
        assertThat(shown()).isEqualTo("a  (x|)/b  (x|)/c  (x|)");
        editor.press(KeyCode.BACK_SPACE, "");
        editor.press(KeyCode.BACK_SPACE, "");
        assertThat(shown()).isEqualTo("a  |/b  |/c  |");
        editor.press(KeyCode.HOME, "");
        editor.press(KeyCode.DELETE, "");
        editor.press(KeyCode.ENTER, "");
        assertThat(shown()).isEqualTo("/|  //|  //|  ");
        editor.press(KeyCode.BACK_SPACE, "");
        editor.press(KeyCode.BACK_SPACE, "");
        assertThat(shown()).isEqualTo("|  |  |  ");
    }

    @Test
    void whatIsCopiedGoesToEachLineByLine(FxRobot robot) {
        show("|ab|/ab/x");
        editor.press(KeyCode.L, "ctrl shift");
        editor.press(KeyCode.C, "ctrl");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("ab\nab"));
        robot.interact(() -> new CaretClipboard(editor.area()).paste("1\n2\n"));
        assertThat(shown()).isEqualTo("1|/2|/x");
        robot.interact(() -> new CaretClipboard(editor.area()).paste("all"));
        assertThat(shown()).isEqualTo("1all|/2all|/x");
    }

    @Test
    void aClickWithAltAddsOneAndAPlainClickLeavesOne(FxRobot robot) {
        show("abc/def|/ghi");
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> editor.area().fireEvent(pressedWithAlt(at(0, 1))));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown()).isEqualTo("a|bc/def|/ghi");
        assertThat(robot.lookup(".caret.another").queryAll()).hasSize(1);
        robot.clickOn(at(2, 1), MouseButton.PRIMARY);
        assertThat(shown()).isEqualTo("abc/def/g|hi");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".caret.another").queryAll()).isEmpty();
    }

    /** As headless robots tell no mouse of Alt. */
    private MouseEvent pressedWithAlt(Point2D screen) {
        Point2D local = editor.area().screenToLocal(screen);
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                local.getX(),
                local.getY(),
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                true,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private Point2D at(int line, int column) {
        CodeLine shown = editor.area().lines().lookupAll(".code-line").stream()
                .map(CodeLine.class::cast)
                .filter(one -> one.line() == line)
                .findFirst()
                .orElseThrow();
        return shown.localToScreen(shown.x(column) + 1, shown.metrics().height() / 2);
    }

    @Test
    void anEditByAnybodyElseLeavesTheMainOne(FxRobot robot) {
        show("a|/b/c");
        editor.press(KeyCode.DOWN, "ctrl alt");
        robot.interact(() -> editor.area().insertText(4, "x"));
        assertThat(editor.area().carets().areMany()).isFalse();
    }

    @Test
    void rangesBetweenCaretsStay(FxRobot robot) {
        show("|a|/bb/a");
        robot.interact(
                () -> editor.editor().setMarks(List.of(new Mark(new TextRange(2, 1, 2, 3), Severity.NOTE, "said"))));
        editor.press(KeyCode.L, "ctrl shift");
        editor.type("x");
        assertThat(shown()).isEqualTo("x|/bb/x|");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".squiggle").queryAll()).hasSize(1);
    }
}
