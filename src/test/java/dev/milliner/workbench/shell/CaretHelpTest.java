package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.language.Completion;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Help at the caret, by the keyboard alone, in a copy of the sample distro. */
@ExtendWith(ApplicationExtension.class)
class CaretHelpTest {
    private static final String GREET = "comps/greet/greet.comp.toml";

    @TempDir
    Path folder;

    private Path root;
    private WorkbenchWindow window;

    @Start
    void start(Stage stage) throws IOException {
        root = UiTest.copySample(folder.resolve("bowler"));
        window = UiTest.open(stage, folder.resolve("state"), root);
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

    private CodeEditor open(FxRobot robot, String file) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().files().open(file, editor -> {}));
        UiTest.until("the file is open", () -> inFront().equals(file));
        CodeEditor editor = shell().editors().current().orElseThrow();
        robot.interact(() -> EditorText.area(editor).requestFocus());
        return editor;
    }

    private String inFront() {
        return shell().editors().current().map(editor -> editor.file().path()).orElse("");
    }

    private static void caretBehind(FxRobot robot, CodeEditor editor, String text) {
        CodeArea area = EditorText.area(editor);
        robot.interact(() -> area.moveTo(area.getText().indexOf(text) + text.length()));
    }

    @SuppressWarnings("unchecked")
    private static List<String> offered(FxRobot robot) {
        return robot.lookup("#completions").queryAll().stream()
                .flatMap(list -> ((ListView<Completion>) list).getItems().stream())
                .map(Completion::label)
                .toList();
    }

    private static List<?> choices(FxRobot robot) {
        return robot.lookup("#choices").queryAll().stream()
                .flatMap(list -> ((ListView<?>) list).getItems().stream())
                .toList();
    }

    private void ask(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    @Test
    void anOverlayIsWrittenByWhatIsOffered(FxRobot robot) {
        CodeEditor editor = open(robot, GREET);
        robot.interact(() -> EditorText.area(editor).appendText("\n[[components.greet.overlays]]\n"));
        robot.interact(() -> EditorText.area(editor).end(org.fxmisc.richtext.NavigationActions.SelectionPolicy.CLEAR));
        robot.write("ty");
        UiTest.until("type is offered", () -> offered(robot).contains("type"));
        choose(robot, "type");
        robot.write("spec-rem");
        UiTest.until("the kinds are offered", () -> offered(robot).contains("spec-remove-tag"));
        robot.interact(() -> assertThat(offered(robot)).allMatch(label -> label.contains("rem")));
        choose(robot, "spec-remove-tag");
        assertThat(editor.text()).endsWith("[[components.greet.overlays]]\ntype = \"spec-remove-tag\"");
        robot.type(KeyCode.END).type(KeyCode.ENTER);
        robot.write("tag = \"BuildReq");
        UiTest.until("the spec's tags are offered", () -> offered(robot).contains("BuildRequires"));
        robot.type(KeyCode.ESCAPE);
        UiTest.until("nothing is offered", () -> offered(robot).isEmpty());
    }

    private static void choose(FxRobot robot, String label) {
        while (!UiTest.onScreen(() -> chosen(robot)).equals(label)) {
            robot.type(KeyCode.DOWN);
        }
        robot.type(KeyCode.ENTER);
    }

    @SuppressWarnings("unchecked")
    private static String chosen(FxRobot robot) {
        ListView<Completion> list = robot.lookup("#completions").query();
        return list.getSelectionModel().getSelectedItem().label();
    }

    @Test
    void enterBehindAWholeWordBeginsALine(FxRobot robot) {
        CodeEditor editor = open(robot, GREET);
        robot.interact(() -> EditorText.area(editor).replaceText("[components.greet.spec]\n"));
        robot.interact(() -> EditorText.area(editor).moveTo(editor.text().length()));
        robot.write("type = \"local");
        UiTest.until(
                "the word is offered",
                () -> offered(robot).contains("local") || offered(robot).isEmpty());
        robot.type(KeyCode.END).type(KeyCode.ENTER);
        assertThat(editor.text()).matches("\\[components\\.greet\\.spec]\ntype = \"local\"?\n");
    }

    @Test
    void goingToADefinitionAndBack(FxRobot robot) {
        CodeEditor editor = open(robot, "images/images.toml");
        String own = UiTest.onScreen(editor::text);
        robot.interact(() -> EditorText.area(editor).moveTo(own.length()));
        CodeEditor packages = open(robot, "packages/packages.toml");
        caretBehind(robot, packages, "[packages.gr");
        CodeEditor components = open(robot, "comps/components.toml");
        robot.interact(
                () -> EditorText.area(components).appendText("\n[component-groups.some]\ncomponents = [\"greet\"]\n"));
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        caretBehind(robot, components, "[\"gre");
        robot.type(KeyCode.F12);
        UiTest.until("the definition is in front", () -> inFront().equals(GREET));
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        UiTest.until("back where it was named", () -> inFront().equals("comps/components.toml"));
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        UiTest.until("there again", () -> inFront().equals(GREET));
    }

    @Test
    void aComponentGetsAnotherNameEverywhereAndUndoTakesItBackEverywhere(FxRobot robot) {
        CodeEditor components = open(robot, "comps/components.toml");
        String before = UiTest.onScreen(components::text);
        robot.interact(
                () -> EditorText.area(components).appendText("\n[component-groups.some]\ncomponents = [\"brim\"]\n"));
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        caretBehind(robot, components, "[\"bri");
        robot.press(KeyCode.SHIFT).type(KeyCode.F12).release(KeyCode.SHIFT);
        UiTest.until("both places are listed", () -> choices(robot).size() >= 2);
        robot.type(KeyCode.ESCAPE);
        UiTest.until("nothing is listed", () -> choices(robot).isEmpty());
        robot.type(KeyCode.F2);
        UiTest.until(
                "a name is asked for",
                () -> !robot.lookup("#newName").queryAll().isEmpty());
        robot.interact(
                () -> robot.lookup("#newName").queryAs(TextInputControl.class).setText("no name"));
        robot.type(KeyCode.ENTER);
        robot.interact(
                () -> robot.lookup("#newName").queryAs(TextInputControl.class).setText("edge"));
        robot.type(KeyCode.ENTER);
        UiTest.until("it has the name", () -> components.text().contains("\"edge\""));
        UiTest.until("there is no other name", () -> shell().editors().all().stream()
                .noneMatch(editor -> editor.text().contains("\"brim\"")));
        CodeEditor definition =
                shell().editors().find("comps/brim/brim.comp.toml").orElseThrow();
        assertThat(definition.text()).contains("[components.edge]");
        robot.interact(() -> EditorText.area(components).undo());
        assertThat(components.text()).startsWith(before).contains("[\"brim\"]");
        assertThat(definition.text()).contains("[components.brim]");
    }

    @Test
    void whatStandsAtTheCaretIsExplained(FxRobot robot) {
        CodeEditor editor = open(robot, GREET);
        caretBehind(robot, editor, "[components.gre");
        ask(robot, KeyCode.I);
        UiTest.until(
                "it is explained",
                () -> robot.lookup(".hover-title").queryAllAs(javafx.scene.control.Label.class).stream()
                        .anyMatch(title -> title.getText().contains("greet")));
    }

    @Test
    void aMisspeltKeyIsPutRight(FxRobot robot) {
        CodeEditor editor = open(robot, GREET);
        robot.interact(() -> EditorText.area(editor)
                .appendText("\n[[components.greet.overlays]]\ntype = \"spec-remove-tga\"\ntag = \"URL\"\n"));
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        caretBehind(robot, editor, "spec-remove-t");
        ask(robot, KeyCode.PERIOD);
        UiTest.until("something is offered", () -> !choices(robot).isEmpty());
        robot.type(KeyCode.ENTER);
        UiTest.until("it is put right", () -> editor.text().contains("type = \"spec-remove-tag\""));
    }

    @Test
    void aDefinitionIsGoneToByItsName(FxRobot robot) {
        open(robot, "comps/components.toml");
        ask(robot, KeyCode.T);
        robot.write("bri");
        UiTest.until("it is found", shell().palette()::isSettled);
        robot.type(KeyCode.ENTER);
        UiTest.until("the definition is in front", () -> inFront().equals("comps/brim/brim.comp.toml"));
    }

    @Test
    void theBreadcrumbLeadsToANeighbour(FxRobot robot) {
        CodeEditor editor = open(robot, "packages/packages.toml");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.PERIOD).release(KeyCode.SHIFT, KeyCode.CONTROL);
        UiTest.until("its neighbours are listed", () -> choices(robot).size() > 1);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        UiTest.until("nothing is listed", () -> choices(robot).isEmpty());
        assertThat(editor.line()).isGreaterThan(1);
    }

    @Test
    void tablesCanBeFoldedOnceTheDistroIsKnown(FxRobot robot) {
        CodeEditor editor = open(robot, GREET);
        UiTest.until(
                "tables can be folded",
                () -> !robot.lookup(".fold-sign.open").queryAll().isEmpty());
        robot.interact(editor::foldAll);
        UiTest.until(
                "they are folded",
                () -> !robot.lookup(".fold-sign.closed").queryAll().isEmpty());
    }

    @Test
    void theOutlineLeadsToAPart(FxRobot robot) {
        CodeEditor editor = open(robot, "packages/packages.toml");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.O).release(KeyCode.SHIFT, KeyCode.CONTROL);
        UiTest.until("the outline is shown", () -> choices(robot).size() > 1);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        UiTest.until("nothing is listed", () -> choices(robot).isEmpty());
        assertThat(editor.line()).isGreaterThan(1);
    }
}
