package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.Command;
import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What the first keys do after a start, and what follows the caret from then on. */
class FirstKeysTest extends SampleWindow {
    private static final String FILE = "comps/greet/greet.comp.toml";

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Test
    void spaceAndEnterStartNothingOnAnyPage(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
        for (Command page : shell().commands().all().stream()
                .filter(command -> command.id().startsWith("page."))
                .toList()) {
            robot.interact(() -> shell().commands().perform(page));
            UiTest.until(page.id() + " is settled", () -> shell().isSettled());
            robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
        }
        assertThat(UiTest.onScreen(() -> shell().builds().current())).isNull();
        assertThat(UiTest.onScreen(() -> robot.listWindows())).hasSize(1);
    }

    private void open(FxRobot robot, int line) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().goTo(new Place(FILE, new TextRange(line, 1, line, 1))));
        UiTest.until("the line is there", () -> shell().editors()
                .current()
                .map(editor -> editor.line() == line)
                .orElse(false));
    }

    @Test
    void theStatusLineFollowsEachKey(FxRobot robot) {
        open(robot, 1);
        UiTest.until("the place is told", () -> says(robot, "Ln 1, Col 1"));
        for (int column = 2; column < 6; column++) {
            robot.type(KeyCode.RIGHT);
            String place = "Ln 1, Col " + column;
            UiTest.until(place, () -> says(robot, place));
        }
        robot.type(KeyCode.DOWN).type(KeyCode.X);
        UiTest.until("what was typed moves it", () -> says(robot, "Ln 2, Col 6"));
    }

    /** The first line is a comment above the component. */
    @Test
    void theInspectorFollowsTheCaretAndShowsNothingOutside(FxRobot robot) {
        open(robot, 2);
        UiTest.until("greet is inspected", () -> says(robot, "RESOLVED · GREET"));
        robot.type(KeyCode.UP);
        UiTest.until("nothing is inspected", () -> says(robot, "RESOLVED"));
        robot.type(KeyCode.DOWN);
        UiTest.until("greet is inspected again", () -> says(robot, "RESOLVED · GREET"));
    }

    private static boolean says(FxRobot robot, String words) {
        return robot.lookup(".label").queryAll().stream().anyMatch(node -> isLabel(node, words));
    }

    private static boolean isLabel(Node node, String words) {
        return node instanceof Label label && words.equals(label.getText());
    }
}
