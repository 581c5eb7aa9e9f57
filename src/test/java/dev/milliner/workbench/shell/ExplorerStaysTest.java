package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.editor.EditorText;
import dev.milliner.workbench.explorer.ExplorerNode;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.StyledTextArea;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The explorer's rows stay where an edit leaves them the same, and say and open what they are now. */
class ExplorerStaysTest extends SampleWindow {
    private static final String FILE = "comps/greet/greet.comp.toml";

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private static TreeView<ExplorerNode> tree(FxRobot robot) {
        return robot.lookup("#tree").query();
    }

    private static int row(FxRobot robot, String text) {
        TreeView<ExplorerNode> tree = tree(robot);
        return IntStream.range(0, tree.getExpandedItemCount())
                .filter(i -> tree.getTreeItem(i).getValue().text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isMarked(FxRobot robot, String name) {
        return robot.from(tree(robot)).lookup(".label.error").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.isVisible() && label.getText().equals(name));
    }

    private void settled() {
        UiTest.until("all is shown", () -> shell().isSettled());
    }

    private void replace(FxRobot robot, String what, String with) {
        settled();
        robot.interact(() -> shell().goTo(new Place(FILE, new TextRange(1, 1, 1, 1))));
        UiTest.until("the file is open", () -> shell().editors().current().isPresent());
        robot.interact(() -> {
            StyledTextArea<?, ?> area =
                    EditorText.area(shell().editors().current().orElseThrow());
            int at = area.getText().indexOf(what);
            area.replaceText(at, at + what.length(), with);
        });
        settled();
    }

    private Place place(String component) {
        Workspace workspace = Objects.requireNonNull(window().workspace());
        Snapshot now = Objects.requireNonNull(workspace.snapshot());
        return Objects.requireNonNull(now.distro().components().get(component)).place();
    }

    @Test
    void aRowOpensWhereItStandsNow(FxRobot robot) {
        replace(robot, "# Felt", "# Felt");
        TreeItem<ExplorerNode> before = UiTest.onScreen(() -> tree(robot).getRoot());
        replace(robot, "# Felt", "# one\n# two\n# Felt");
        assertThat(UiTest.onScreen(() -> tree(robot).getRoot())).isSameAs(before);
        int line = place("greet").range().line();
        robot.interact(() -> {
            tree(robot).getSelectionModel().select(row(robot, "greet"));
            tree(robot).requestFocus();
        });
        robot.type(KeyCode.ENTER);
        UiTest.until("its line is the caret's", () -> shell().editors()
                .current()
                .map(editor -> editor.line() == line)
                .orElse(false));
    }

    @Test
    void aRowThatStaysSaysWhatItIsNow(FxRobot robot) {
        settled();
        TreeItem<ExplorerNode> before = UiTest.onScreen(() -> tree(robot).getRoot());
        assertThat(UiTest.onScreen(() -> isMarked(robot, "greet"))).isFalse();
        replace(robot, "[\"translations\"]", "7");
        UiTest.until("it is marked", () -> isMarked(robot, "greet"));
        assertThat(UiTest.onScreen(() -> tree(robot).getRoot())).isSameAs(before);
    }
}
