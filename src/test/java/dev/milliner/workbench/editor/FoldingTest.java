package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
class FoldingTest {
    private static final String TEXT = "# top\n[a]\nx = 1\ny = [\n  1,\n]\n\n[b]\nz = 1\n";
    private static final Fold TABLE = new Fold(1, 5);
    private static final Fold LIST = new Fold(3, 5);

    private EditorCase editor;

    @Start
    void start(Stage stage) {
        editor = new EditorCase(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(editor::close);
    }

    private void show(FxRobot robot) {
        editor.show("a.toml", TEXT);
        robot.interact(() -> editor.editor().folding().offer(List.of(TABLE, LIST, new Fold(7, 8))));
    }

    private List<Fold> folded() {
        WaitForAsyncUtils.waitForFxEvents();
        return editor.editor().folding().folded();
    }

    private List<Integer> shownLines(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".code-line").queryAllAs(CodeLine.class).stream()
                .filter(line -> line.isVisible() && !line.getStyleClass().contains("pinned"))
                .map(CodeLine::line)
                .sorted()
                .toList();
    }

    @Test
    void theInnermostLinesAreFoldedFirstAndTheCaretGoesBeforeThem(FxRobot robot) {
        show(robot);
        robot.interact(() -> editor.area().moveTo(4, 1));
        robot.interact(editor.editor()::fold);
        assertThat(folded()).containsExactly(LIST);
        assertThat(editor.area().getCurrentParagraph()).isEqualTo(3);
        robot.interact(editor.editor()::fold);
        assertThat(folded()).containsExactly(LIST, TABLE);
        assertThat(shownLines(robot)).containsExactly(0, 1, 6, 7, 8, 9);
        assertThat(editor.area().getText()).isEqualTo(TEXT);
        robot.interact(editor.editor()::unfold);
        assertThat(shownLines(robot)).containsExactly(0, 1, 2, 3, 6, 7, 8, 9);
        robot.interact(editor.editor()::unfoldAll);
        assertThat(shownLines(robot)).hasSize(10);
    }

    @Test
    void theSignInTheGutterFoldsAndUnfolds(FxRobot robot) {
        show(robot);
        assertThat(robot.lookup(".fold-sign.open").queryAll()).hasSize(3);
        robot.clickOn(robot.lookup(".fold-sign.open").queryAs(FoldSign.class));
        assertThat(shownLines(robot)).doesNotContain(2, 3, 4, 5);
        assertThat(robot.lookup(".fold-mark").queryText().getText()).isEqualTo("… 4 lines");
        robot.clickOn(".fold-sign.closed");
        assertThat(shownLines(robot)).contains(2, 3, 4, 5);
    }

    @Test
    void keysGoPastWhatIsFoldedAndTheMousePointsToWhatIsShown(FxRobot robot) {
        show(robot);
        robot.interact(() -> {
            editor.area().moveTo(1, 0);
            editor.editor().folding().fold(List.of(TABLE));
        });
        WaitForAsyncUtils.waitForFxEvents();
        editor.press(KeyCode.DOWN, "");
        assertThat(editor.area().getCurrentParagraph()).isEqualTo(6);
        editor.press(KeyCode.UP, "");
        assertThat(editor.area().getCurrentParagraph()).isEqualTo(1);
        double height = editor.area().lines().metrics().height();
        assertThat(editor.area().lines().lineAt(2.5 * height)).isEqualTo(6);
        assertThat(editor.area().lines().lineAt(1_000)).isEqualTo(9);
    }

    @Test
    void whereTheCaretOrAnEditGoesNothingStaysFolded(FxRobot robot) {
        show(robot);
        robot.interact(editor.editor()::foldAll);
        robot.interact(() -> editor.area().insertText(0, 0, "# one\n# two\n"));
        assertThat(folded()).contains(new Fold(3, 7), new Fold(9, 10));
        robot.interact(() -> editor.area().moveTo(6, 0));
        assertThat(folded()).containsExactly(new Fold(9, 10));
        robot.interact(() -> editor.area().insertText(10, 1, "y"));
        assertThat(folded()).isEmpty();
    }

    @Test
    void findingGoesIntoWhatIsFolded(FxRobot robot) {
        show(robot);
        robot.interact(editor.editor()::foldAll);
        robot.interact(() -> editor.editor().find(false));
        robot.write("y = ");
        assertThat(folded()).doesNotContain(TABLE).contains(new Fold(7, 8));
        assertThat(shownLines(robot)).contains(3);
    }
}
