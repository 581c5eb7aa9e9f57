package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.search.SearchPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Search by the keyboard: text with replacement, questions, rendered specs, kept searches. */
class SearchPageTest extends SampleWindow {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    void prepare(Path copy) throws IOException {
        Files.createDirectories(copy.resolve("specs/b/brim"));
        Files.writeString(copy.resolve("specs/b/brim/brim.spec"), "Name: brim\nRequires: a-rare-thing\n");
    }

    private void search(FxRobot robot, String what, String wanted) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.F).release(KeyCode.SHIFT, KeyCode.CONTROL);
        UiTest.until(
                "the field has the keyboard",
                () -> robot.lookup("#search-field").query().isFocused());
        robot.interact(() -> robot.lookup(what).queryAs(ToggleButton.class).setSelected(true));
        robot.interact(
                () -> robot.lookup("#search-field").queryAs(TextField.class).setText(wanted));
        UiTest.until("it is found", () -> shell().page(SearchPage.class).isSettled());
    }

    private static List<String> rows(FxRobot robot) {
        return UiTest.onScreen(() -> robot.lookup("#search-list").queryAs(ListView.class).getItems().stream()
                .map(Object::toString)
                .toList());
    }

    private static String status(FxRobot robot) {
        return UiTest.onScreen(
                () -> robot.lookup("#search-status").queryAs(Label.class).getText());
    }

    @Test
    void aTextIsFoundReplacedAfterAPreviewAndTakenBack(FxRobot robot) throws IOException {
        search(robot, "#search-text", "bowler.invalid");
        assertThat(status(robot)).matches("\\d+ places in \\d+ files");
        String greet = "comps/greet/overlays/0001-branding.overlay.toml";
        String before = Files.readString(tree().resolve(greet));
        assertThat(rows(robot)).anyMatch(row -> row.contains(greet));
        robot.interact(
                () -> robot.lookup("#search-replace").queryAs(TextField.class).setText("bowler.example"));
        robot.interact(() -> robot.lookup("#search-replace").query().requestFocus());
        robot.type(KeyCode.ENTER);
        UiTest.until(
                "the preview is open",
                () -> shell().preview().isOpen() && shell().preview().isSettled());
        robot.type(KeyCode.ENTER);
        UiTest.until("it is replaced", () -> text(greet).contains("bowler.example"));
        assertThat(Files.readString(tree().resolve(greet))).isEqualTo(before);
        robot.interact(() -> shell().files().open(greet, editor -> {}));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        UiTest.until("it is taken back", () -> text(greet).equals(before));
        assertThat(UiTest.onScreen(() -> shell().editors().all().stream()
                        .noneMatch(editor -> editor.dirtyProperty().get())))
                .isTrue();
    }

    private String text(String path) {
        return UiTest.onScreen(
                () -> shell().editors().find(path).map(CodeEditor::text).orElse(""));
    }

    @Test
    void aQuestionIsAnsweredAndAFaultIsPlaced(FxRobot robot) {
        search(robot, "#search-values", "spec.type = local and not group = boot");
        assertThat(status(robot)).endsWith("definitions");
        assertThat(rows(robot)).hasSizeGreaterThan(2);
        robot.interact(
                () -> robot.lookup("#search-field").queryAs(TextField.class).setText("spec.tpye = local"));
        UiTest.until("the fault is told", () -> status(robot).contains("Did you mean spec.type?"));
        assertThat(status(robot)).startsWith("At letter 1: ");
        robot.interact(
                () -> robot.lookup("#search-field").queryAs(TextField.class).setText("name = brim"));
        UiTest.until("it is found", () -> rows(robot).size() == 1);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.ENTER);
        UiTest.until("it is opened", () -> shell().editors()
                .current()
                .map(one -> one.file().path())
                .orElse("")
                .equals("comps/brim/brim.comp.toml"));
    }

    @Test
    void renderedSpecsAreFound(FxRobot robot) {
        search(robot, "#search-specs", "requires: A-RARE");
        assertThat(rows(robot)).hasSize(2);
        assertThat(status(robot)).isEqualTo("1 place in 1 file");
        robot.interact(
                () -> robot.lookup("#search-regex").queryAs(ToggleButton.class).setSelected(true));
        robot.interact(
                () -> robot.lookup("#search-field").queryAs(TextField.class).setText("a-(rare"));
        UiTest.until("the fault is told", () -> status(robot).contains("not valid"));
    }

    @Test
    void aSearchIsKept(FxRobot robot) {
        search(robot, "#search-values", "overlays exists");
        robot.interact(() -> {
            MenuButton saved = robot.lookup("#search-saved").queryAs(MenuButton.class);
            saved.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
            saved.getItems().getFirst().fire();
        });
        UiTest.until("a name is asked for", () -> shell().preview().isOpen());
        robot.interact(
                () -> robot.lookup("#refactor-name").queryTextInputControl().setText("Changed by us"));
        UiTest.until(
                "it can be kept",
                () -> shell().preview().isSettled()
                        && !robot.lookup("#preview-apply").query().isDisabled());
        robot.type(KeyCode.ENTER);
        UiTest.until("it is written", () -> text(".milliner.toml")
                .contains("[queries.\"Changed by us\"]\nwanted = \"overlays exists\""));
    }
}
