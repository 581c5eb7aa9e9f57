package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.upstream.OverlayResult;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.files.BufferJournal;
import dev.milliner.workbench.files.LeftText;
import dev.milliner.workbench.files.LeftTexts;
import dev.milliner.workbench.files.SetAside;
import dev.milliner.workbench.overlays.OverlayPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The result of overlays is edited, overlays come of that, and are written, with a reason, as one step of undo. */
class EditedResultTest extends SampleWindow {
    private static final String LIST = "comps/components.toml";
    private static final String OWN = "comps/ribbon/ribbon.comp.toml";
    private static final String GREET = "comps/greet/greet.comp.toml";

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean gives = new AtomicBoolean();

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    Choices answers() {
        return new UiTest.Answers() {
            @Override
            public boolean confirm(String title, String text, String action) {
                asked.incrementAndGet();
                return gives.get();
            }
        };
    }

    /** Chooses a component in the explorer and edits its result by the command. */
    private void edit(FxRobot robot, String component) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        choose(robot, component);
        UiTest.until("it is in focus", () -> {
            OverlayResult shown = shell().overlays().shownProperty().get();
            return shown != null && shown.component().equals(component) && shown.overlaid() != null;
        });
        robot.interact(() -> shell().palette().open(">Edit the result of the overlays"));
        UiTest.until("quick search has answered", shell().palette()::isSettled);
        robot.type(KeyCode.ENTER);
        UiTest.until(
                "the result is shown",
                () -> robot.lookup("#edited-result #code").tryQuery().isPresent() && shell().isSettled());
    }

    private void choose(FxRobot robot, String component) {
        robot.interact(() -> shell().explorer().reveal("COMPONENT " + component));
        TreeView<?> rows = robot.lookup(".tree-view").queryAs(TreeView.class);
        int index = UiTest.onScreen(() -> rows.getSelectionModel().getSelectedIndex());
        robot.interact(() -> rows.getSelectionModel().clearSelection());
        robot.interact(() -> rows.getSelectionModel().select(index));
    }

    private static CodeArea text(FxRobot robot) {
        return robot.lookup("#edited-result #code").queryAs(CodeArea.class);
    }

    private void replace(FxRobot robot, String what, String by) {
        robot.interact(() -> {
            int at = text(robot).getText().indexOf(what);
            assertThat(at).as(what).isNotNegative();
            text(robot).replaceText(at, at + what.length(), by);
        });
        UiTest.until("the overlays are worked out", () -> shell().isSettled());
    }

    private static String state(FxRobot robot) {
        return UiTest.onScreen(
                () -> robot.lookup("#derived-state").queryAs(Label.class).getText());
    }

    private static List<String> kinds(FxRobot robot) {
        return UiTest.onScreen(() -> robot.lookup(".derived-kind").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    private void why(FxRobot robot, int number, String reason) {
        robot.interact(() -> robot.lookup("#derived-why-" + number)
                .queryAs(TextInputControl.class)
                .setText(reason));
    }

    private static MenuItem way(FxRobot robot, int way) {
        return robot.lookup("#derived-write")
                .queryAs(MenuButton.class)
                .getItems()
                .get(way);
    }

    private void write(FxRobot robot, int way) {
        robot.interact(() -> {
            assertThat(way(robot, way).isDisable()).isFalse();
            way(robot, way).fire();
        });
        UiTest.until("the preview is open", () -> shell().preview().isOpen());
        UiTest.until("the preview is worked out", () -> shell().preview().isSettled());
    }

    private String editor(String path) {
        return UiTest.onScreen(
                () -> shell().editors().find(path).map(CodeEditor::text).orElse(""));
    }

    @Test
    void overlaysAreWrittenWithTheirReasonsAndTakenBackByOneUndo(FxRobot robot) {
        edit(robot, "ribbon");
        assertThat(state(robot)).startsWith("Change the spec at the left");
        replace(robot, "%install\n", "%install\necho Bowler\n");
        assertThat(kinds(robot)).containsExactly("spec-prepend-lines");
        why(robot, 1, "Say who builds");
        replace(robot, "%description\n", "%description\nFor Bowler.\n");
        assertThat(kinds(robot)).hasSize(2);
        assertThat(state(robot)).startsWith("✓ Applied again");

        write(robot, 0);
        robot.type(KeyCode.ENTER);
        UiTest.until("it has a file of its own", () -> editor(OWN).contains("description = \"Say who builds\""));
        assertThat(editor(OWN)).contains("[[components.ribbon.overlays]]", "\"echo Bowler\"", "For Bowler.");
        UiTest.until("it is resolved", () -> shell().isSettled());
        assertThat(UiTest.onScreen(
                        () -> shell().overlays().editsResultProperty().get()))
                .isFalse();

        String list = editor(LIST);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        UiTest.until("all of it is taken back", () -> editor(OWN).isEmpty());
        assertThat(list).doesNotContain("[components.ribbon]");
        assertThat(editor(LIST)).contains("[components.ribbon]");
        assertThat(asked).hasValue(0);
    }

    @Test
    void anotherFormIsChosenAndWritten(FxRobot robot) {
        edit(robot, "ribbon");
        replace(robot, "%install\n", "%install\necho Bowler\n");
        assertThat(kinds(robot)).containsExactly("spec-prepend-lines");
        why(robot, 1, "Say who builds");
        robot.interact(() -> robot.lookup(".derived-form").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> item.getText().startsWith("spec-search-replace"))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(kinds(robot)).containsExactly("spec-search-replace");
        write(robot, 0);
        robot.type(KeyCode.ENTER);
        UiTest.until("it has a file of its own", () -> editor(OWN).contains("type = \"spec-search-replace\""));
        assertThat(editor(OWN)).contains("description = \"Say who builds\"").doesNotContain("spec-prepend-lines");
    }

    @Test
    void behindOverlayFilesTheyAreWrittenIntoAnother(FxRobot robot) {
        edit(robot, "greet");
        String before = UiTest.onScreen(() -> text(robot).getText());
        assertThat(before).contains("https://bowler.invalid/greet").doesNotContain("asciidoc");
        replace(robot, "https://bowler.invalid/greet", "https://bowler.invalid/hello");
        assertThat(kinds(robot)).hasSize(1);
        why(robot, 1, "It moved");
        assertThat(way(robot, 0).isDisable()).isTrue();
        assertThat(way(robot, 0).getText()).contains("its overlay files come later");
        write(robot, 1);
        robot.interact(() -> {
            ComboBox<?> category = robot.lookup("#refactor-category").queryAs(ComboBox.class);
            assertThat(category.getItems()).hasSize(10);
            category.getSelectionModel().select(category.getItems().indexOf("azl-branding-policy"));
        });
        UiTest.until("the preview is worked out", () -> shell().preview().isSettled());
        robot.type(KeyCode.ENTER);
        String file = "comps/greet/overlays/0004-greet.overlay.toml";
        UiTest.until("the overlay file is in front", () -> editor(file).contains("It moved"));
        assertThat(editor(file)).contains("category = \"azl-branding-policy\"");
        assertThat(editor(file)).contains("upstream-status = \"unknown\"", "hello");
        UiTest.until("it is resolved", () -> shell().isSettled());
        assertThat(UiTest.onScreen(() -> {
                    OverlayResult shown = Objects.requireNonNull(
                            shell().overlays().shownProperty().get());
                    return Objects.requireNonNull(shown.overlaid())
                            .effects()
                            .getLast()
                            .overlay()
                            .description();
                }))
                .isEqualTo("It moved");
    }

    @Test
    void editsAreGivenUpOnlyAfterAQuestion(FxRobot robot) {
        edit(robot, "ribbon");
        replace(robot, "%install\n", "%install\necho Bowler\n");
        robot.interact(() -> robot.lookup("#derived-discard").queryButton().fire());
        assertThat(asked).hasValue(1);
        assertThat(UiTest.onScreen(() -> text(robot).getText())).contains("echo Bowler");

        robot.interact(
                () -> robot.lookup("#sideBySide").queryAs(ToggleButton.class).fire());
        UiTest.until("it is asked again", () -> asked.get() == 2);
        assertThat(UiTest.onScreen(() -> text(robot).getText())).contains("echo Bowler");

        choose(robot, "greet");
        UiTest.until("another is in focus", () -> shell().isSettled());
        assertThat(UiTest.onScreen(() -> text(robot).getText())).contains("echo Bowler");

        gives.set(true);
        robot.interact(() -> robot.lookup("#derived-discard").queryButton().fire());
        UiTest.until(
                "the difference is back",
                () -> robot.lookup("#edited-result").tryQuery().isEmpty() && shell().isSettled());
        assertThat(asked).hasValue(3);
    }

    @Test
    void overlaysThatChangeMeanwhileKeepTheEditsFromBeingWritten(FxRobot robot) {
        edit(robot, "greet");
        replace(robot, "https://bowler.invalid/greet", "https://bowler.invalid/hello");
        robot.interact(() -> shell().files().open(GREET, editor -> {}));
        UiTest.until("its file is open", () -> editor(GREET).contains("gcc -static"));
        robot.interact(() -> {
            CodeEditor own = shell().editors().find(GREET).orElseThrow();
            int at = own.text().indexOf("gcc -static ");
            own.replace(at, at + "gcc -static ".length(), "gcc -static -g ");
        });
        UiTest.until("it is told", () -> state(robot).startsWith("The present overlays have changed meanwhile"));
        assertThat(UiTest.onScreen(() ->
                        robot.lookup("#derived-write").queryAs(MenuButton.class).isDisabled()))
                .isTrue();
        robot.interact(() -> {
            CodeEditor own = shell().editors().find(GREET).orElseThrow();
            int at = own.text().indexOf("gcc -static -g ");
            own.replace(at, at + "gcc -static -g ".length(), "gcc -static ");
        });
        UiTest.until("it can be written again", () -> state(robot).startsWith("✓ Applied again"));
        gives.set(true);
    }

    private void fire(FxRobot robot, String node, String item) {
        robot.interact(() -> {
            ListView<?> lines = robot.lookup(node).queryAs(ListView.class);
            Point2D at = lines.localToScreen(5, 5);
            lines.fireEvent(new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, at.getX(), at.getY(), true, null));
        });
        robot.interact(() -> robot.listTargetWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .filter(one -> item.equals(one.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        UiTest.until(
                "the result is shown",
                () -> robot.lookup("#edited-result #code").tryQuery().isPresent() && shell().isSettled());
    }

    @Test
    void aLineOfTheDifferenceIsRemovedFromTheResult(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        choose(robot, "greet");
        robot.interact(() -> shell().showPage(OverlayPage.ID));
        UiTest.until(
                "its difference is shown",
                () -> shell().isSettled() && shell().overlays().shownProperty().get() != null);
        ListView<?> rows = robot.lookup("#overlays .diff-list").queryAs(ListView.class);
        UiTest.until("rows are there", () -> !rows.getItems().isEmpty());
        int row = UiTest.onScreen(() -> {
            for (int i = 0; i < rows.getItems().size(); i++) {
                if (rows.getItems().get(i).toString().contains("https://bowler.invalid/greet")) {
                    rows.getSelectionModel().select(i);
                    return i;
                }
            }
            return -1;
        });
        assertThat(row).as("a line of the result").isNotNegative();
        fire(robot, "#overlays .diff-list", "line-remove");
        UiTest.until(
                "the line is gone",
                () -> !UiTest.onScreen(() -> text(robot).getText()).contains("https://bowler.invalid/greet"));
        UiTest.until("an overlay is written for that", () -> !kinds(robot).isEmpty());
        gives.set(true);
    }

    @Test
    void whatWasEditedComesBackAfterACrash(FxRobot robot) throws IOException {
        edit(robot, "ribbon");
        replace(robot, "%install\n", "%install\necho Bowler\n");
        UiTest.until("it is kept", () -> copyOfKept().size() == 1);
        LeftText left = LeftTexts.takeOver(
                        BufferJournal.start(folder.resolve("own")),
                        folder.resolve("dead"),
                        tree(),
                        new SetAside(folder.resolve("aside")))
                .texts()
                .getFirst();
        assertThat(left.kept().path()).isEqualTo("result of ribbon/ribbon.spec");
        gives.set(true);
        robot.interact(() -> robot.lookup("#derived-discard").queryButton().fire());
        UiTest.until(
                "it is given up",
                () -> robot.lookup("#edited-result").tryQuery().isEmpty());
        choose(robot, "greet");
        robot.interact(() -> shell().files().restore(left));
        UiTest.until(
                "it is edited again",
                () -> robot.lookup("#edited-result #code").tryQuery().isPresent()
                        && UiTest.onScreen(() -> text(robot).getText()).contains("%install\necho Bowler\n"));
        UiTest.until("its overlays are there again", () -> kinds(robot).equals(List.of("spec-prepend-lines")));
    }

    /** The journal as a workbench that was killed just now would leave it. */
    private List<Path> copyOfKept() {
        Path dead = folder.resolve("dead").resolve("one");
        try (Stream<Path> own = Files.walk(new Folders(state(), state()).journals())) {
            Files.createDirectories(dead);
            List<Path> texts =
                    own.filter(file -> file.toString().endsWith(".json")).toList();
            for (Path text : texts) {
                Files.copy(text, dead.resolve(text.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return texts;
        } catch (IOException notYet) {
            return List.of();
        }
    }

    @Test
    void findLooksThroughTheResult(FxRobot robot) {
        edit(robot, "ribbon");
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("%install");
        robot.type(KeyCode.ENTER);
        assertThat(UiTest.onScreen(() -> text(robot).getSelectedText())).isEqualTo("%install");
    }
}
