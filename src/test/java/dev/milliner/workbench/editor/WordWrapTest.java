package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Severity;
import dev.milliner.text.TextRange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
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
class WordWrapTest {
    private static final String WORDS = "word ".repeat(60).strip();
    private static final String TEXT = "[a]\nx = 1\n  y = \"" + WORDS + "\"\nz = 2\n";
    /** The line that is wrapped. */
    private static final int LONG = 2;

    private EditorCase editor;

    @Start
    void start(Stage stage) {
        editor = new EditorCase(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(editor::close);
    }

    private void show(FxRobot robot, String text) {
        editor.show("a.toml", text);
        wrap(robot, true);
    }

    private void wrap(FxRobot robot, boolean on) {
        robot.interact(() -> editor.editor().wrap(on));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<CodeLine> rows(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".code-line").queryAllAs(CodeLine.class).stream()
                .filter(line -> line.isVisible() && !line.getStyleClass().contains("pinned"))
                .sorted(Comparator.comparingDouble(Node::getLayoutY))
                .toList();
    }

    private List<CodeLine> rowsOfLongLine(FxRobot robot) {
        return rows(robot).stream().filter(row -> row.line() == LONG).toList();
    }

    private CaretBar caret(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.from(editor.area().lines()).lookup(".caret").queryAs(CaretBar.class);
    }

    private void goTo(FxRobot robot, int line, int column) {
        robot.interact(() -> editor.area().moveTo(line, column));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private int column() {
        WaitForAsyncUtils.waitForFxEvents();
        return editor.area().getCaretColumn();
    }

    @Test
    void aLongLineStandsInSeveralRowsBehindOneNumberAndNothingIsToTheSide(FxRobot robot) {
        editor.show("a.toml", TEXT);
        assertThat(rowsOfLongLine(robot)).hasSize(1);
        assertThat(editor.area().lines().scroll().farthestProperty().get()).isPositive();
        wrap(robot, true);
        List<CodeLine> rows = rowsOfLongLine(robot);
        assertThat(rows).hasSizeGreaterThan(3);
        assertThat(editor.area().lines().scroll().farthestProperty().get()).isZero();
        assertThat(rows.stream().filter(row -> row.lookup(".line-number") != null))
                .containsExactly(rows.getFirst());
        double inset = rows.getFirst().textStart();
        for (CodeLine row : rows) {
            assertThat(row.x(row.part().end())).isLessThan(editor.area().getWidth());
            assertThat(row.x(row.part().start()))
                    .isEqualTo(
                            row.part().isFirst()
                                    ? inset
                                    : inset + 2 * row.metrics().character());
        }
        wrap(robot, false);
        assertThat(rowsOfLongLine(robot)).hasSize(1);
    }

    @Test
    void upAndDownGoByRowsAndHomeAndEndToARowsEndsFirst(FxRobot robot) {
        show(robot, TEXT);
        LinePart second = rowsOfLongLine(robot).get(1).part();
        goTo(robot, 1, 5);
        editor.press(KeyCode.DOWN, "");
        assertThat(column()).isEqualTo(5);
        editor.press(KeyCode.DOWN, "");
        assertThat(editor.area().getCurrentParagraph()).isEqualTo(LONG);
        assertThat(column()).isEqualTo(second.start() + 3);
        editor.press(KeyCode.END, "");
        assertThat(column()).isEqualTo(second.end() - 1);
        editor.press(KeyCode.END, "");
        assertThat(column()).isEqualTo(second.text().length());
        goTo(robot, LONG, second.start() + 7);
        editor.press(KeyCode.HOME, "shift");
        assertThat(editor.area().getSelectedText())
                .isEqualTo(second.text().substring(second.start(), second.start() + 7));
        editor.press(KeyCode.HOME, "");
        assertThat(column()).isEqualTo(2);
        editor.press(KeyCode.HOME, "");
        assertThat(column()).isZero();
        goTo(robot, 3, 0);
        editor.press(KeyCode.UP, "");
        assertThat(editor.area().getCurrentParagraph()).isEqualTo(LONG);
        assertThat(column()).isEqualTo(rowsOfLongLine(robot).getLast().part().start());
    }

    @Test
    void theCaretAndWhatIsSelectedAndMarkedStandInTheirRows(FxRobot robot) {
        show(robot, TEXT);
        List<CodeLine> rows = rowsOfLongLine(robot);
        LinePart second = rows.get(1).part();
        goTo(robot, LONG, second.start());
        assertThat(caret(robot).getY()).isEqualTo(rows.get(1).getLayoutY());
        assertThat(caret(robot).getX()).isEqualTo(Math.rint(rows.get(1).x(second.start())));
        int from = second.end() - 3;
        robot.interact(() -> {
            editor.area().selectRange(LONG, from, LONG, second.end() + 4);
            editor.editor()
                    .setMarks(List.of(new Mark(
                            new TextRange(LONG + 1, second.start() + 1, LONG + 1, second.start() + 5),
                            Severity.ERROR,
                            "It is wrong.")));
            editor.editor().setHints(Map.of(LONG, new Hint.Remark("why", "good")));
        });
        rows = rowsOfLongLine(robot);
        assertThat(rows.stream().map(row -> row.lookup(".selection").isVisible()))
                .startsWith(false, true, true)
                .endsWith(false);
        assertThat(rows.stream().map(row -> row.lookup(".squiggle") != null)).startsWith(false, true, false);
        assertThat(rows.getFirst().lookup(".ikonli-font-icon")).isNotNull();
        assertThat(rows.stream().filter(row -> row.lookup(".line-hint") != null))
                .containsExactly(rows.getLast());
    }

    @Test
    void barsStandBesideAllRowsAndTypingWrapsAnew(FxRobot robot) {
        show(robot, TEXT);
        int before = rowsOfLongLine(robot).size();
        double below = rows(robot).get(2 + before).getLayoutY();
        goTo(robot, LONG, 20);
        editor.type("another ".repeat(12));
        List<CodeLine> rows = rowsOfLongLine(robot);
        assertThat(rows.size()).isGreaterThan(before);
        assertThat(rows).allSatisfy(row -> assertThat(row.lookup(".change-bar")).isNotNull());
        assertThat(rows(robot).get(2 + rows.size()).getLayoutY()).isGreaterThan(below);
        robot.interact(() -> editor.area().undo());
        assertThat(rowsOfLongLine(robot)).hasSize(before);
    }

    @Test
    void theMousePointsIntoTheRowItIsOn(FxRobot robot) {
        show(robot, TEXT);
        CodeLine third = rowsOfLongLine(robot).get(2);
        double y = third.getLayoutY() + 5;
        int line = editor.area().getAbsolutePosition(LONG, 0);
        double x = third.x(third.part().start() + 4);
        assertThat(editor.area().hit(x, y).getInsertionIndex())
                .isEqualTo(line + third.part().start() + 4);
        assertThat(editor.area().hit(790, y).getInsertionIndex())
                .isEqualTo(line + third.part().end() - 1);
        assertThat(editor.area().lines().isOnText(x, y)).isTrue();
        assertThat(editor.area().lines().isOnText(790, y)).isFalse();
    }

    @Test
    void goingFarCentresTheRowAndTurningItOnAndOffKeepsWhatIsInView(FxRobot robot) {
        show(robot, ("# " + WORDS + "\n").repeat(300));
        robot.interact(() -> editor.editor().goTo(new TextRange(200, 1, 200, 1)));
        double middle = editor.area().getHeight() / 2;
        assertThat(caret(robot).getY()).isBetween(middle - 40, middle + 40);
        double before = caret(robot).getY();
        wrap(robot, false);
        assertThat(caret(robot).getY()).isEqualTo(before);
        wrap(robot, true);
        assertThat(caret(robot).getY()).isEqualTo(before);
        int many = (int) (editor.area().getHeight()
                        / editor.area().lines().metrics().height())
                - 1;
        int row = editor.area().lines().rows().of(editor.area().getCaretPosition());
        editor.press(KeyCode.PAGE_DOWN, "");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(editor.area().lines().rows().of(editor.area().getCaretPosition()))
                .isEqualTo(row + many);
    }

    @Test
    void caretsAboveAndBelowStandInRowsNextToTheirs(FxRobot robot) {
        show(robot, TEXT);
        LinePart first = rowsOfLongLine(robot).getFirst().part();
        goTo(robot, LONG, 10);
        editor.press(KeyCode.DOWN, "ctrl alt");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(editor.area().carets().all()).hasSize(2);
        assertThat(editor.area().lineOf(editor.area().carets().all().getLast().at()))
                .isEqualTo(LONG);
        assertThat(rowsOfLongLine(robot).get(1).lookupAll(".caret.another").size()
                        + rowsOfLongLine(robot)
                                .get(0)
                                .lookupAll(".caret.another")
                                .size())
                .isEqualTo(1);
        editor.press(KeyCode.END, "");
        assertThat(editor.area().carets().all().getFirst().at())
                .isEqualTo(editor.area().startOf(LONG) + first.lastColumn());
    }

    @Test
    void aLineOfHundredThousandSignsIsTypedIntoAtOnce(FxRobot robot) {
        show(robot, "x = \"" + "word ".repeat(20_000) + "\"\n");
        goTo(robot, 0, 50_000);
        editor.type("warm");
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            long start = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                editor.area().fireEvent(EditorCase.typed('a'));
                editor.area().getScene().getRoot().layout();
            }
            assertThat((System.nanoTime() - start) / 10_000_000.0)
                    .as("ms for each")
                    .isLessThan(60);
        });
    }
}
