package dev.milliner.workbench.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Severity;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.files.OpenFile;
import dev.milliner.workbench.shell.Theme;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
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
    private CodeEditor editor;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        editor = new CodeEditor(file, new EditorEvents() {
            @Override
            public void edited(CodeEditor edited) {}

            @Override
            public void caretMoved(CodeEditor moved) {}
        });
        Scene scene = new Scene(new StackPane(editor.node()), 800, 600);
        Theme.darkScheme().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private Collection<String> styleAt(int line, int column) {
        WaitForAsyncUtils.waitForFxEvents();
        return editor.area().getStyleOfChar(editor.area().getAbsolutePosition(line, column));
    }

    @Test
    void typingIsColouredMirroredAndUndone(FxRobot robot) {
        robot.interact(() -> editor.area().moveTo(1, 0));
        robot.clickOn(editor.area().lookup(".paragraph-text"));
        robot.interact(() -> editor.area().moveTo(1, 5));
        robot.write("\nname = 12");
        assertThat(file.mirror().fileText()).startsWith("[components.a]\n# why\nname = 12\n[[components.a.overlays]]");
        assertThat(styleAt(2, 0)).containsExactly("token-key");
        assertThat(styleAt(2, 8)).containsExactly("token-number");
        assertThat(styleAt(3, 0)).containsExactly("token-table");
        assertThat(editor.dirtyProperty().get()).isTrue();
        robot.interact(() -> {
            while (editor.area().isUndoAvailable()) {
                editor.area().undo();
            }
        });
        assertThat(file.mirror().fileText()).isEqualTo(TEXT);
        assertThat(editor.dirtyProperty().get()).isFalse();
    }

    @Test
    void openingAMultiLineStringRecoloursWhatFollowsAndClosingItBringsTheColoursBack(FxRobot robot) {
        robot.interact(() -> editor.area().insertText(1, 0, "x = \"\"\"\n"));
        assertThat(styleAt(3, 0)).containsExactly("token-string");
        robot.interact(() -> editor.area().insertText(2, 0, "\"\"\"\n"));
        assertThat(styleAt(4, 0)).containsExactly("token-table");
    }

    @Test
    void enterKeepsTheIndentAndSlashTogglesComments(FxRobot robot) {
        robot.clickOn(editor.area().lookup(".paragraph-text"));
        robot.interact(() -> editor.area().moveTo(5, 8));
        robot.type(KeyCode.ENTER);
        assertThat(editor.area().getParagraph(6).getText()).isEqualTo("  ");
        robot.interact(() -> editor.area().selectRange(2, 0, 3, 4));
        robot.press(KeyCode.CONTROL).type(KeyCode.SLASH).release(KeyCode.CONTROL);
        assertThat(editor.area().getParagraph(3).getText()).isEqualTo("# type = \"spec-set-tag\"");
        robot.interact(() -> editor.area().selectRange(2, 0, 3, 4));
        robot.press(KeyCode.CONTROL).type(KeyCode.SLASH).release(KeyCode.CONTROL);
        assertThat(editor.area().getParagraph(3).getText()).isEqualTo("type = \"spec-set-tag\"");
    }

    @Test
    void findCountsAndReplacesAllInOneUndo(FxRobot robot) {
        robot.interact(() -> editor.find(true));
        robot.write("components");
        assertThat(robot.lookup("#findCount").queryLabeled().getText()).isEqualTo("1 of 2");
        robot.clickOn("#replaceField").write("things").clickOn("Replace all");
        assertThat(file.mirror().fileText()).contains("[things.a]").contains("[[things.a.overlays]]");
        robot.interact(() -> editor.area().undo());
        assertThat(file.mirror().fileText()).isEqualTo(TEXT);
    }

    @Test
    void aBrokenSearchExpressionIsExplained(FxRobot robot) {
        robot.interact(() -> editor.find(false));
        robot.clickOn("#regexToggle").clickOn("#findField").write("(unclosed");
        assertThat(robot.lookup("#findCount").queryLabeled().getText()).startsWith("not a regular expression");
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
        robot.interact(() -> editor.area().moveTo(5, 3));
        assertThat(robot.lookup(".breadcrumb .label").queryAllAs(javafx.scene.control.Label.class).stream()
                        .map(javafx.scene.control.Label::getText))
                .containsExactly("a.toml", "›", "components.a.overlays", "›", "lines");
    }

    @Test
    void anotherTextFromDiskKeepsTheCaret(FxRobot robot) {
        robot.interact(() -> editor.area().moveTo(3, 4));
        robot.interact(() -> editor.replaceAll("# new first line\n" + TEXT));
        assertThat(editor.line()).isEqualTo(5);
        assertThat(editor.column()).isEqualTo(5);
    }
}
