package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.editor.CodeEditor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Refactorings in the window: previewed, accepted, taken back in all files by one undo, and saved. */
class RefactoringPreviewTest extends SampleWindow {
    private static final String LIST = "comps/components.toml";
    private static final String OWN = "comps/ribbon/ribbon.comp.toml";

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(tree())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(tree().relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    /** Chooses a row of the explorer and runs a command by its name. */
    private void run(FxRobot robot, String row, String command) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().explorer().reveal(row));
        TreeView<?> rows = robot.lookup(".tree-view").queryAs(TreeView.class);
        int index = UiTest.onScreen(() -> rows.getSelectionModel().getSelectedIndex());
        robot.interact(() -> rows.getSelectionModel().clearSelection());
        robot.interact(() -> rows.getSelectionModel().select(index));
        UiTest.until("it is inspected", () -> shell().isSettled());
        robot.interact(() -> shell().palette().open(">" + command));
        UiTest.until("quick search has answered", shell().palette()::isSettled);
        robot.type(KeyCode.ENTER);
        UiTest.until("the preview is open", () -> shell().preview().isOpen());
        UiTest.until("the preview is worked out", () -> shell().preview().isSettled());
    }

    private static boolean canApply(FxRobot robot) {
        return UiTest.onScreen(
                () -> !robot.lookup("#preview-apply").queryAs(Button.class).isDisabled());
    }

    private static String text(FxRobot robot, String id) {
        return UiTest.onScreen(() -> robot.lookup(id).queryAs(Label.class).getText());
    }

    private java.util.List<dev.milliner.distro.Problem> problems() {
        return UiTest.onScreen(() -> java.util.Objects.requireNonNull(
                        java.util.Objects.requireNonNull(window().workspace()).snapshot())
                .distro()
                .problems());
    }

    private String editor(String path) {
        return UiTest.onScreen(
                () -> shell().editors().find(path).map(CodeEditor::text).orElse(""));
    }

    @Test
    void customiseIsPreviewedAcceptedAndTakenBackByOneUndo(FxRobot robot) throws IOException {
        Map<String, String> before = files();
        run(robot, "COMPONENT ribbon", "Customise the component");
        assertThat(canApply(robot)).isTrue();
        assertThat(text(robot, "#preview-consequences")).isEqualTo("The distro resolves to the same.");
        assertThat(UiTest.onScreen(() -> robot.lookup("#preview-files")
                        .queryAs(ListView.class)
                        .getItems()
                        .size()))
                .isEqualTo(2);
        robot.type(KeyCode.ENTER);
        UiTest.until("the new file is in front", () -> shell().editors()
                .current()
                .map(one -> one.file().path())
                .orElse("")
                .equals(OWN));
        assertThat(editor(OWN)).contains("# Straight from Felt, nothing changed.\n[components.ribbon]");
        assertThat(editor(LIST)).doesNotContain("[components.ribbon]");
        assertThat(files()).as("nothing is saved").isEqualTo(before);
        UiTest.until("it is resolved", () -> shell().isSettled());
        assertThat(shell().explorer()).isNotNull();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        UiTest.until("the list has it again", () -> editor(LIST).contains("[components.ribbon]"));
        assertThat(editor(OWN)).isEmpty();
        assertThat(editor(LIST)).isEqualTo(before.get(LIST));
        robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
        UiTest.until("it is made again", () -> !editor(LIST).contains("[components.ribbon]"));
        robot.interact(() -> shell().files().saveAll());
        UiTest.until(
                "all is saved",
                () -> Files.exists(tree().resolve(OWN))
                        && !Files.readString(tree().resolve(LIST)).contains("ribbon]"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        UiTest.until("it is taken back", () -> editor(LIST).contains("[components.ribbon]"));
        robot.interact(() -> shell().files().saveAll());
        UiTest.until("the file is gone", () -> !Files.exists(tree().resolve(OWN)));
        UiTest.until("every byte is as before", () -> files().equals(before));
        assertThat(tree().resolve("comps/ribbon")).doesNotExist();
    }

    @Test
    void aFileThatGoesIsDeletedWhenThatIsSavedAndComesBackByUndo(FxRobot robot) throws IOException {
        Map<String, String> before = files();
        run(robot, "COMPONENT greet", "overlay files into its own file");
        assertThat(canApply(robot)).isTrue();
        robot.type(KeyCode.ENTER);
        String greet = "comps/greet/greet.comp.toml";
        UiTest.until("the overlays are inline", () -> editor(greet).contains("[[components.greet.overlays]]"));
        UiTest.until("it is resolved", () -> shell().isSettled());
        assertThat(problems()).isEmpty();
        robot.interact(() -> shell().files().saveAll());
        UiTest.until("the overlay files are gone", () -> files().keySet().stream()
                .noneMatch(file -> file.endsWith(".overlay.toml")));
        UiTest.until("it is resolved", () -> shell().isSettled());
        assertThat(problems()).isEmpty();
        robot.interact(() -> shell().files().open(greet, editor -> {}));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        UiTest.until("they are back", () -> editor("comps/greet/overlays/0001-branding.overlay.toml")
                .contains("motto"));
        robot.interact(() -> shell().files().saveAll());
        UiTest.until("every byte is as before", () -> files().equals(before));
    }

    @Test
    void whatCannotBeDoneSaysWhyAndChangesNothing(FxRobot robot) throws IOException {
        Map<String, String> before = files();
        run(robot, "COMPONENT brim", "Rename the component");
        assertThat(canApply(robot)).isFalse();
        robot.interact(
                () -> robot.lookup("#refactor-new-name").queryTextInputControl().setText("greet"));
        UiTest.until("why not is told", () -> text(robot, "#preview-refusal").contains("already"));
        robot.interact(
                () -> robot.lookup("#refactor-new-name").queryTextInputControl().setText("brim2"));
        UiTest.until("it can be done", () -> canApply(robot));
        robot.type(KeyCode.ESCAPE);
        UiTest.until("the preview is closed", () -> !shell().preview().isOpen());
        assertThat(shell().editors().all()).isEmpty();
        assertThat(files()).isEqualTo(before);
    }

    /** What is shown is never that of the preview before. */
    @Test
    void eachPreviewShowsItsOwnTexts(FxRobot robot) {
        run(robot, "COMPONENT ribbon", "Customise the component");
        UiTest.until("the new file is shown", () -> diff(robot).contains("ribbon"));
        robot.type(KeyCode.ESCAPE);
        run(robot, "COMPONENT brim", "Rename the component");
        robot.type(KeyCode.ESCAPE);
        run(robot, "COMPONENT greet", "Move the component's overlays into overlay files");
        UiTest.until("the overlay file is shown", () -> diff(robot).contains("[[overlays]]"));
        assertThat(diff(robot)).doesNotContain("ribbon");
    }

    private static String diff(FxRobot robot) {
        boolean visible = UiTest.onScreen(
                () -> robot.lookup("#preview .diff-list").query().getParent().isVisible());
        return !visible
                ? ""
                : UiTest.onScreen(() -> robot.lookup("#preview .diff-half .label").queryAll().stream()
                        .map(node -> ((Label) node).getText())
                        .collect(java.util.stream.Collectors.joining("\n")));
    }

    @Test
    void theExplorersMenuOffersWhatAppliesToARow(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().explorer().reveal("COMPONENT ribbon"));
        TreeView<?> rows = robot.lookup(".tree-view").queryAs(TreeView.class);
        robot.interact(() -> javafx.event.Event.fireEvent(
                rows, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 1, 1, 101, 101, true, null)));
        assertThat(UiTest.onScreen(() -> java.util.Objects.requireNonNull(rows.getContextMenu()).getItems().stream()
                        .map(javafx.scene.control.MenuItem::getText)
                        .toList()))
                .contains(
                        "Open",
                        "Customise the component: give it a file of its own",
                        "Remove the component with what only it used")
                .doesNotContain("Take the component back into the list");
        robot.interact(
                () -> java.util.Objects.requireNonNull(rows.getContextMenu()).hide());
    }
}
