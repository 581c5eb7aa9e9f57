package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.Tools;
import dev.milliner.workbench.review.ReviewPage;
import dev.milliner.workbench.settings.AllSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The main job of each page by keys alone: nothing here is clicked, fired or told to have the keyboard. */
class KeyboardJourneyTest extends SampleWindow {
    private static final String DEFINITION = "comps/greet/greet.comp.toml";

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    void prepare(Path copy) throws IOException {
        UiTest.commit(copy);
        Path definition = copy.resolve(DEFINITION);
        String text = Files.readString(definition);
        Files.writeString(definition, text.replace("[\"translations\"]", "[\"translations\", \"colour\"]"));
    }

    private Keyboard begin(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        return new Keyboard(robot, window().scene());
    }

    private Keyboard inTheEditor(FxRobot robot) {
        Keyboard keys = begin(robot);
        keys.press(KeyCode.P, KeyCode.CONTROL);
        robot.write("greet.comp.toml");
        UiTest.until("quick search has answered", shell().palette()::isSettled);
        UiTest.type(robot, KeyCode.ENTER);
        UiTest.until("the text has the keyboard", () -> keys.isAt("code-area"));
        // The first line is above the component.
        UiTest.type(robot, KeyCode.DOWN);
        UiTest.until("the component is in focus", () -> shell().isSettled());
        return keys;
    }

    private String text() {
        return UiTest.onScreen(
                () -> shell().editors().current().map(editor -> editor.text()).orElse(""));
    }

    private void untilFileIs(String path) {
        UiTest.until(path + " is open", () -> shell().editors()
                .current()
                .map(editor -> editor.file().path().equals(path))
                .orElse(false));
    }

    private static <N extends Node, T> T of(FxRobot robot, String query, Class<N> type, Function<N, T> asked) {
        return UiTest.onScreen(() -> asked.apply(robot.lookup(query).queryAs(type)));
    }

    private String front() {
        return UiTest.onScreen(() -> shell().inFront());
    }

    private static long windows() {
        return UiTest.onScreen(() -> (long) Window.getWindows().size());
    }

    @Test
    void aTextTakesTabAndIsLeftByF6(FxRobot robot) {
        Keyboard keys = inTheEditor(robot);
        String before = text();
        UiTest.type(robot, KeyCode.TAB);
        UiTest.until("Tab indents", () -> !text().equals(before));
        keys.press(KeyCode.Z, KeyCode.CONTROL);
        UiTest.until("it is taken back", () -> text().equals(before));
        UiTest.type(robot, KeyCode.F6);
        assertThat(keys.isAt("code-area")).isFalse();
        keys.press(KeyCode.F6, KeyCode.SHIFT);
        assertThat(keys.isAt("code-area")).isTrue();
        int steps = 0;
        do {
            UiTest.type(robot, KeyCode.F6);
            steps++;
            assertThat(keys.isShown())
                    .as("part %s shows that it has the keyboard", steps)
                    .isTrue();
        } while (!keys.isAt("code-area") && steps < 20);
        assertThat(steps)
                .as("the parts: rail, explorer, text, panel, inspector, status, top")
                .isEqualTo(7);
    }

    @Test
    void panelsAreResizedFoldedAndBack(FxRobot robot) {
        Keyboard keys = begin(robot);
        keys.press(KeyCode.E, KeyCode.CONTROL);
        double before = divider();
        keys.press(KeyCode.PAGE_DOWN, KeyCode.ALT, KeyCode.SHIFT);
        double smaller = divider();
        assertThat(smaller).isLessThan(before);
        keys.press(KeyCode.PAGE_UP, KeyCode.ALT, KeyCode.SHIFT);
        assertThat(divider()).isGreaterThan(smaller);
        keys.press(KeyCode.B, KeyCode.CONTROL);
        UiTest.until("it is folded", () -> divider() < 0.02);
        keys.press(KeyCode.B, KeyCode.CONTROL);
        UiTest.until("it is back", () -> divider() > 0.05);
    }

    private double divider() {
        return UiTest.onScreen(() -> {
            SplitPane columns = shell().layout().columns();
            return columns.getDividerPositions()[0];
        });
    }

    @Test
    void escapeLeavesEachCardAndGivesTheKeyboardBack(FxRobot robot) {
        Keyboard keys = inTheEditor(robot);
        keys.press(KeyCode.P, KeyCode.CONTROL);
        UiTest.until("quick search has it", () -> !keys.isAt("code-area"));
        UiTest.type(robot, KeyCode.ESCAPE);
        UiTest.until("the text has it again", () -> keys.isAt("code-area"));
        for (String card : List.of("Show activity", "Report a problem", "Customise the component")) {
            long layers = layers();
            keys.command(shell(), card);
            UiTest.until(card + " is open", () -> layers() > layers && shell().isSettled());
            UiTest.until(card + " has the keyboard", () -> keys.owner().isPresent() && !keys.isAt("code-area"));
            UiTest.type(robot, KeyCode.ESCAPE);
            UiTest.until("the text has it again after " + card, () -> keys.isAt("code-area"));
            keys.command(shell(), card);
            UiTest.until(card + " is open again", () -> layers() > layers && shell().isSettled());
            UiTest.type(robot, KeyCode.TAB, KeyCode.TAB, KeyCode.ESCAPE);
            UiTest.until(card + " hears Esc also where Tab has left it", () -> layers() == layers);
            keys.goTo("the text", node -> node.getStyleClass().contains("code-area"));
        }
        assertThat(text()).isEqualTo(text().strip() + "\n");
    }

    /** How much lies over the window's content. */
    private long layers() {
        return UiTest.onScreen(() ->
                shell().node().getChildren().stream().filter(Node::isVisible).count());
    }

    @Test
    void menusAreOpenedAndLeft(FxRobot robot) {
        Keyboard keys = begin(robot);
        keys.press(KeyCode.E, KeyCode.CONTROL);
        robot.write("greet");
        UiTest.until("it is filtered", () -> shell().isSettled());
        UiTest.type(robot, KeyCode.DOWN, KeyCode.DOWN);
        keys.press(KeyCode.F10, KeyCode.SHIFT);
        UiTest.until("the menu is open", () -> windows() == 2);
        UiTest.type(robot, KeyCode.ESCAPE);
        UiTest.until("it is closed", () -> windows() == 1);
        assertThat(keys.isAt("tree-view")).isTrue();
    }

    @Test
    void whereAValueIsSetIsShown(FxRobot robot) {
        Keyboard keys = inTheEditor(robot);
        keys.goTo("a value", node -> node.getStyleClass().contains("has-details"));
        UiTest.type(robot, KeyCode.ENTER);
        UiTest.until("its details are shown", () -> windows() == 2);
        UiTest.type(robot, KeyCode.ESCAPE);
        UiTest.until("they are gone", () -> windows() == 1);
    }

    @Test
    void theBoardIsFilteredSortedAndLeftForAnOverlay(FxRobot robot) {
        Keyboard keys = begin(robot);
        keys.press(KeyCode.DIGIT3, KeyCode.CONTROL);
        UiTest.until("the board is settled", () -> shell().isSettled());
        keys.goTo("filterField");
        robot.write("component:greet");
        UiTest.until("there are rows", () -> board(robot) > 0);
        keys.command(shell(), "Sort the table by");
        UiTest.until("the menu is open", () -> windows() == 2);
        UiTest.type(robot, KeyCode.DOWN, KeyCode.ENTER);
        UiTest.until(
                "it is sorted",
                () -> of(robot, "#board #table", TableView.class, table -> !table.getSortOrder()
                        .isEmpty()));
        keys.goTo("the table", node -> node instanceof TableView<?>);
        UiTest.type(robot, KeyCode.HOME, KeyCode.ENTER);
        UiTest.until("an overlay is shown in its text", () -> front().equals("distro"));
        untilFileIs(DEFINITION);
    }

    private static int board(FxRobot robot) {
        return of(robot, "#board #table", TableView.class, table -> table.getItems()
                .size());
    }

    @Test
    void overlaysAreSteppedThrough(FxRobot robot) {
        Keyboard keys = inTheEditor(robot);
        keys.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        UiTest.until("the overlays are there", () -> shell().isSettled());
        keys.goTo("steps");
        UiTest.type(robot, KeyCode.HOME, KeyCode.DOWN);
        UiTest.until(
                "the first is shown",
                () -> shell().overlays().selectedProperty().get() == 1);
        keys.goTo(
                "a scope",
                node -> node instanceof ToggleButton && node.getStyleClass().contains("segment"));
        Node first = keys.owner().orElseThrow();
        UiTest.type(robot, KeyCode.RIGHT);
        Node beside = keys.owner().orElseThrow();
        assertThat(beside).isNotEqualTo(first).isInstanceOf(ToggleButton.class);
        UiTest.type(robot, KeyCode.SPACE);
        UiTest.until("it is chosen", () -> ((ToggleButton) beside).isSelected());
        keys.goTo("steps");
        UiTest.type(robot, KeyCode.ENTER);
        UiTest.until("its text is shown", () -> front().equals("distro"));
    }

    @Test
    void aReviewIsReadMarkedAndCommented(FxRobot robot) {
        Keyboard keys = begin(robot);
        keys.press(KeyCode.DIGIT6, KeyCode.CONTROL);
        UiTest.until(
                "it is reviewed",
                () -> shell().page(ReviewPage.class).isSettled()
                        && !robot.lookup("#review-items")
                                .queryAs(ListView.class)
                                .getItems()
                                .isEmpty());
        keys.goTo("review-items");
        UiTest.type(robot, KeyCode.SPACE);
        UiTest.until("it is seen", () -> robot.lookup("#review-seen")
                .queryAs(Labeled.class)
                .getText()
                .equals("1 of 1 seen"));
        robot.type(KeyCode.C).write("Why?");
        keys.press(KeyCode.ENTER, KeyCode.CONTROL);
        UiTest.until(
                "the note is kept", () -> robot.lookup("#review-comments .label").queryAllAs(Labeled.class).stream()
                        .anyMatch(label -> label.getText().equals("Why?")));
        keys.goTo("review-items");
        UiTest.type(robot, KeyCode.ENTER);
        untilFileIs(DEFINITION);
    }

    @Test
    void aBuildIsStartedSearchedAndStopped(FxRobot robot) {
        Tools.needed();
        Keyboard keys = begin(robot);
        UiTest.type(robot, KeyCode.F9);
        UiTest.until("a build runs", () -> shell().builds().isRunning());
        keys.press(KeyCode.DIGIT5, KeyCode.CONTROL);
        UiTest.until(
                "it has said something",
                () -> shell().builds().current() != null
                        && shell().builds().current().lineCount() > 5);
        keys.goTo("searchField");
        robot.write("e");
        UiTest.until("it is searched", () -> robot.lookup("#builds #foundLabel").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> !label.getText().isEmpty()));
        keys.goTo("the log", node -> node.getStyleClass().contains("log-list"));
        UiTest.type(robot, KeyCode.HOME);
        keys.goTo("stopButton");
        UiTest.type(robot, KeyCode.SPACE);
        UiTest.until("it is stopped", () -> !shell().builds().isRunning());
    }

    @Test
    void whatCanBeBuiltIsListed(FxRobot robot) {
        Keyboard keys = begin(robot);
        keys.goTo("buildButton");
        UiTest.type(robot, KeyCode.DOWN);
        UiTest.until("the list is open", () -> windows() == 2);
        UiTest.type(robot, KeyCode.ESCAPE);
        UiTest.until("the list is closed", () -> windows() == 1);
        assertThat(UiTest.onScreen(() -> shell().builds().current())).isNull();
    }

    @Test
    void textIsSoughtAndGoneTo(FxRobot robot) {
        Keyboard keys = begin(robot);
        keys.press(KeyCode.F, KeyCode.CONTROL, KeyCode.SHIFT);
        keys.goTo("search-field");
        robot.write("translations");
        UiTest.until(
                "it is found",
                () -> shell().isSettled()
                        && !robot.lookup("#search-list")
                                .queryAs(ListView.class)
                                .getItems()
                                .isEmpty());
        keys.goTo("search-list");
        UiTest.type(robot, KeyCode.END, KeyCode.ENTER);
        UiTest.until("it is gone to", () -> front().equals("distro"));
    }

    @Test
    void aSettingIsChanged(FxRobot robot) {
        Keyboard keys = begin(robot);
        keys.press(KeyCode.COMMA, KeyCode.CONTROL);
        boolean before = UiTest.onScreen(
                () -> window().settings().currentProperty().get().get(AllSettings.WRAP));
        keys.goTo("setting-editor-word-wrap");
        UiTest.type(robot, KeyCode.SPACE);
        UiTest.until(
                "it is turned",
                () -> before != window().settings().currentProperty().get().get(AllSettings.WRAP));
        keys.press(KeyCode.DIGIT1, KeyCode.CONTROL);
        assertThat(front()).isEqualTo("distro");
    }
}
