package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Severity;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.files.OpenFile;
import dev.milliner.workbench.shell.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CodeEditorTest {
    private static final String TEXT = """
            [components.a]
            # why
            [[components.a.overlays]]
            type = "spec-set-tag"
            lines = [
              "one",
            ]
            """;

    private final OpenFile file = new OpenFile("a.toml", Path.of("/nowhere/a.toml"), TEXT);
    private final AtomicInteger moves = new AtomicInteger();
    private CodeEditor editor;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        editor = new CodeEditor(file, new Counting());
        Scene scene = new Scene(new StackPane(editor.node()), 800, 600);
        Theme.darkScheme().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private final class Counting implements EditorEvents {
        @Override
        public void edited(CodeEditor edited) {}

        @Override
        public void caretMoved(CodeEditor moved) {
            moves.incrementAndGet();
        }
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(editor::close);
    }

    private CodeArea area() {
        return EditorText.area(editor);
    }

    /** The style of what is drawn at a place of the text. */
    private String styleAt(FxRobot robot, int line, int column) {
        WaitForAsyncUtils.waitForFxEvents();
        CodeLine drawn = robot.lookup(".code-line").queryAllAs(CodeLine.class).stream()
                .filter(one -> one.line() == line)
                .findFirst()
                .orElseThrow();
        return drawn.lookupAll(".code").stream()
                .map(Text.class::cast)
                .filter(run -> run.getLayoutBounds().contains(drawn.x(column) + 1, run.getY()))
                .map(run -> run.getStyleClass().getLast())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void typingIsColouredMirroredAndUndone(FxRobot robot) {
        robot.interact(() -> area().moveTo(1, 0));
        robot.clickOn(area());
        robot.interact(() -> area().moveTo(1, 5));
        robot.write("\nname = 12");
        assertThat(file.mirror().fileText()).startsWith("[components.a]\n# why\nname = 12\n[[components.a.overlays]]");
        assertThat(styleAt(robot, 2, 0)).isEqualTo("token-key");
        assertThat(styleAt(robot, 2, 8)).isEqualTo("token-number");
        assertThat(styleAt(robot, 3, 0)).isEqualTo("token-table");
        assertThat(editor.dirtyProperty().get()).isTrue();
        robot.interact(() -> {
            while (area().isUndoAvailable()) {
                area().undo();
            }
        });
        assertThat(file.mirror().fileText()).isEqualTo(TEXT);
        assertThat(editor.dirtyProperty().get()).isFalse();
    }

    @Test
    void openingAMultiLineStringRecoloursWhatFollowsAndClosingItBringsTheColoursBack(FxRobot robot) {
        robot.interact(() -> area().insertText(1, 0, "x = \"\"\"\n"));
        assertThat(styleAt(robot, 3, 0)).isEqualTo("token-string");
        robot.interact(() -> area().insertText(2, 0, "\"\"\"\n"));
        assertThat(styleAt(robot, 4, 0)).isEqualTo("token-table");
    }

    @Test
    void enterKeepsTheIndentAndSlashTogglesComments(FxRobot robot) {
        robot.clickOn(area());
        robot.interact(() -> area().moveTo(5, 8));
        robot.type(KeyCode.ENTER);
        assertThat(area().getParagraph(6).getText()).isEqualTo("  ");
        robot.interact(() -> area().selectRange(2, 0, 3, 4));
        robot.press(KeyCode.CONTROL).type(KeyCode.SLASH).release(KeyCode.CONTROL);
        assertThat(area().getParagraph(3).getText()).isEqualTo("# type = \"spec-set-tag\"");
        robot.interact(() -> area().selectRange(2, 0, 3, 4));
        robot.press(KeyCode.CONTROL).type(KeyCode.SLASH).release(KeyCode.CONTROL);
        assertThat(area().getParagraph(3).getText()).isEqualTo("type = \"spec-set-tag\"");
    }

    @Test
    void findCountsAndReplacesAllInOneUndo(FxRobot robot) {
        robot.interact(() -> editor.find(true));
        robot.write("components");
        assertThat(robot.lookup("#findCount").queryLabeled().getText()).isEqualTo("1 of 2");
        robot.clickOn("#replaceField").write("things").clickOn("Replace all");
        assertThat(file.mirror().fileText()).contains("[things.a]").contains("[[things.a.overlays]]");
        robot.interact(() -> area().undo());
        assertThat(file.mirror().fileText()).isEqualTo(TEXT);
    }

    @Test
    void aBrokenSearchExpressionIsExplained(FxRobot robot) {
        robot.interact(() -> editor.find(false));
        robot.clickOn("#regexToggle").clickOn("#findField").write("(unclosed");
        assertThat(robot.lookup("#findCount").queryLabeled().getText()).startsWith("Not a regular expression");
    }

    @Test
    void problemsAreMarkedInTheGutterAndUnderTheText(FxRobot robot) {
        robot.interact(() -> editor.setMarks(
                List.of(new Mark(new TextRange(4, 8, 4, 22), Severity.WARNING, "there is no such tag"))));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".squiggle.warning").queryAll()).hasSize(1);
        robot.interact(() -> editor.setMarks(List.of()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".squiggle").queryAll()).isEmpty();
    }

    @Test
    void theBreadcrumbNamesTableAndKey(FxRobot robot) {
        robot.interact(() -> area().moveTo(5, 3));
        assertThat(robot.lookup(".breadcrumb .label").queryAllAs(javafx.scene.control.Label.class).stream()
                        .map(javafx.scene.control.Label::getText))
                .containsExactly("a.toml", "›", "components.a.overlays", "›", "lines");
    }

    @Test
    void anotherTextFromDiskKeepsTheCaret(FxRobot robot) {
        robot.interact(() -> area().moveTo(3, 4));
        robot.interact(() -> editor.replaceAll("# new first line\n" + TEXT));
        assertThat(editor.line()).isEqualTo(5);
        assertThat(editor.column()).isEqualTo(5);
    }

    @Test
    void noChangeFromDiskPartsTheHalvesOfACharacter(FxRobot robot) {
        robot.interact(() -> area().replaceText("# \uD83D\uDE00 hat"));
        List<String> inserted = new ArrayList<>();
        area().plainTextChanges().subscribe(change -> inserted.add(change.getInserted()));
        robot.interact(() -> editor.replaceAll("# \uD83D\uDE01 hat"));
        assertThat(editor.text()).isEqualTo("# \uD83D\uDE01 hat");
        assertThat(inserted).containsExactly("\uD83D\uDE01");
    }

    private long bars(FxRobot robot) {
        return robot.lookup(".change-bar").queryAll().size();
    }

    @Test
    void changeBarsShowWhatDiffersFromTheFileAlsoAfterUndoingPastASave(FxRobot robot) throws Exception {
        robot.interact(() -> area().insertText(1, 0, "new = 1\n"));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> bars(robot) == 1);
        robot.interact(() -> {
            file.markSaved(file.mirror().fileText());
            editor.markSaved();
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> bars(robot) == 0);
        robot.interact(() -> area().undo());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> bars(robot) == 1);
        robot.interact(() -> area().redo());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> bars(robot) == 0);
    }

    @Test
    void problemsAndRemarksStayWithTheirText(FxRobot robot) {
        robot.interact(() -> {
            editor.setMarks(List.of(new Mark(new TextRange(4, 8, 4, 22), Severity.WARNING, "no such tag")));
            editor.setHints(Map.of(2, new Hint.Remark("does nothing", "warning")));
        });
        robot.interact(() -> area().insertText(0, 0, "# one\n# two\n"));
        assertThat(lineOf(robot, ".squiggle")).isEqualTo(5);
        assertThat(lineOf(robot, ".line-hint")).isEqualTo(4);
        robot.interact(() -> area().deleteText(4, 0, 6, 0));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".squiggle").queryAll()).isEmpty();
        robot.interact(() -> {
            area().undo();
            area().undo();
        });
        assertThat(lineOf(robot, ".squiggle")).isEqualTo(3);
        assertThat(lineOf(robot, ".line-hint")).isEqualTo(2);
    }

    private static int lineOf(FxRobot robot, String what) {
        WaitForAsyncUtils.waitForFxEvents();
        return ((CodeLine) robot.lookup(what).query().getParent()).line();
    }

    @Test
    void tabIndentsAndShiftTabOutdentsTheSelectedLines(FxRobot robot) {
        robot.interact(() -> {
            area().requestFocus();
            area().selectRange(4, 0, 6, 0);
        });
        robot.type(KeyCode.TAB);
        assertThat(editor.text()).contains("\n  lines = [\n    \"one\",\n]\n");
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB, 2).release(KeyCode.SHIFT);
        assertThat(editor.text()).contains("\nlines = [\n\"one\",\n]\n");
        robot.interact(() -> area().moveTo(0, 0));
        robot.type(KeyCode.TAB);
        assertThat(editor.text()).startsWith("  [components.a]");
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(editor.text()).startsWith("[components.a]");
    }

    @Test
    void altWithALetterTypesNothing(FxRobot robot) {
        robot.interact(() -> area().requestFocus());
        robot.interact(() -> area().fireEvent(
                        new KeyEvent(KeyEvent.KEY_TYPED, "b", "", KeyCode.UNDEFINED, false, false, true, false)));
        assertThat(editor.text()).isEqualTo(TEXT);
        robot.interact(() -> area().fireEvent(
                        new KeyEvent(KeyEvent.KEY_TYPED, "b", "", KeyCode.UNDEFINED, false, false, false, false)));
        assertThat(editor.text()).isEqualTo("b" + TEXT);
    }

    @Test
    void aReplacementKnowsTheGroupsOfItsExpression(FxRobot robot) {
        robot.interact(() -> editor.find(true));
        robot.clickOn("#regexToggle").clickOn("#findField").write("(comp)onents\\.(a)");
        robot.clickOn("#replaceField").write("${2}.$1\\n$$").clickOn("Replace all");
        assertThat(editor.text()).startsWith("[a.comp\n$]\n# why\n[[a.comp\n$.overlays]]");
        robot.clickOn("#findField").eraseText(30).write("why");
        robot.clickOn("#replaceField").eraseText(30).write("$7").clickOn("Replace all");
        assertThat(robot.lookup("#findCount").queryLabeled().getText())
                .isEqualTo("The expression has no group 7. Nothing was replaced.");
        assertThat(editor.text()).contains("# why");
    }

    @Test
    void everyMoveOfTheCaretIsToldAndCharactersOutsideOfTheBmpCountOnce(FxRobot robot) {
        robot.interact(() -> area().replaceText(0, 1, "\uD83D\uDE00["));
        int before = moves.get();
        robot.interact(() -> area().moveTo(0, 2));
        assertThat(moves.get()).isGreaterThan(before);
        assertThat(editor.column()).isEqualTo(2);
    }

    @Test
    void aLongFileIsShownAtAPlaceFarDown(FxRobot robot) throws Exception {
        String text = IntStream.range(0, 7_391)
                .mapToObj(number -> "[components.c" + number + "]")
                .collect(Collectors.joining("\n"));
        CodeEditor[] made = new CodeEditor[1];
        robot.interact(() -> {
            OpenFile other = new OpenFile("long.toml", Path.of("/nowhere/long.toml"), text);
            made[0] = new CodeEditor(other, new Counting());
            ((StackPane) editor.node().getScene().getRoot()).getChildren().setAll(made[0].node());
            made[0].goTo(new TextRange(7_000, 1, 7_000, 1));
        });
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> robot.lookup(".line-number").queryAllAs(Text.class).stream()
                        .anyMatch(number -> number.getText().equals("7000")));
        assertThat(robot.lookup(".code-line .token-table").queryAll()).isNotEmpty();
        robot.interact(made[0]::close);
    }
}
