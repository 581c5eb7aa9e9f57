package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The panels around the editor go and come back by keys, by a double click, and where something in them is asked for. */
class PanelsTest extends SampleWindow {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private static double size(FxRobot robot, String id, boolean wide) {
        return UiTest.onScreen(() -> {
            Region panel = robot.lookup(id).queryAs(Region.class);
            return wide ? panel.getWidth() : panel.getHeight();
        });
    }

    private void foldedAndBack(FxRobot robot, String id, boolean wide, KeyCode key, KeyCode... more) {
        double before = size(robot, id, wide);
        assertThat(before).as(id).isGreaterThan(100);
        robot.press(KeyCode.CONTROL).press(more).type(key).release(more).release(KeyCode.CONTROL);
        UiTest.until(id + " is folded away", () -> size(robot, id, wide) < 5);
        robot.press(KeyCode.CONTROL).press(more).type(key).release(more).release(KeyCode.CONTROL);
        UiTest.until(id + " is back", () -> Math.abs(size(robot, id, wide) - before) < 3);
    }

    @Test
    void eachGoesAndComesBackByItsKeys(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        foldedAndBack(robot, "#sideHolder", true, KeyCode.B);
        foldedAndBack(robot, "#bottomTabs", false, KeyCode.J);
        foldedAndBack(robot, "#inspectorHolder", true, KeyCode.B, KeyCode.ALT);
    }

    @Test
    void whatIsAskedForComesBack(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.press(KeyCode.CONTROL).type(KeyCode.J).type(KeyCode.B).release(KeyCode.CONTROL);
        UiTest.until(
                "both are folded away",
                () -> size(robot, "#bottomTabs", false) < 5 && size(robot, "#sideHolder", true) < 5);
        robot.press(KeyCode.CONTROL)
                .press(KeyCode.SHIFT)
                .type(KeyCode.M)
                .release(KeyCode.SHIFT)
                .release(KeyCode.CONTROL);
        UiTest.until("the problems are shown", () -> size(robot, "#bottomTabs", false) > 50);
        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        UiTest.until("the explorer is shown", () -> size(robot, "#sideHolder", true) > 50);
    }

    @Test
    void theSmallestWindowKeepsTheEditor(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        Stage stage = (Stage) robot.window(0);
        robot.interact(() -> {
            stage.setWidth(stage.getMinWidth());
            stage.setHeight(stage.getMinHeight());
        });
        UiTest.until(
                "the panels beside it stand in the window",
                () -> size(robot, "#sideHolder", true)
                                + size(robot, "#middle", true)
                                + size(robot, "#inspectorHolder", true)
                        < stage.getMinWidth());
        assertThat(size(robot, "#middle", true)).isGreaterThanOrEqualTo(340);
        assertThat(size(robot, "#editorHolder", false)).isGreaterThanOrEqualTo(120);
    }

    @Test
    void aDoubleClickOnTheLineBetweenFolds(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        Node divider = UiTest.onScreen(() -> shell().layout().columns().getChildrenUnmodifiable().stream()
                .filter(node -> node.getStyleClass().contains("split-pane-divider"))
                .findFirst()
                .orElseThrow());
        Bounds place = UiTest.onScreen(() -> divider.localToScreen(divider.getBoundsInLocal()));
        robot.moveTo(place.getCenterX(), place.getCenterY()).doubleClickOn(MouseButton.PRIMARY);
        UiTest.until("it is folded away", () -> size(robot, "#sideHolder", true) < 5);
    }
}
