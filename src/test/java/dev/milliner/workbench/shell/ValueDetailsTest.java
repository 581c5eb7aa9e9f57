package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.editor.CodeEditor;
import java.io.IOException;
import java.nio.file.Files;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A value of the inspector tells where each layer sets it, and is changed there, in the editor. */
class ValueDetailsTest extends SampleWindow {
    private static final String GREET = "comps/greet/greet.comp.toml";
    private static final String DISTRO = "distro/bowler.distro.toml";

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private CodeEditor editor() {
        return shell().editors().current().orElseThrow();
    }

    /** Clicks the row with this name, once greet is inspected. */
    private void openDetails(FxRobot robot, String name) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().goTo(new Place(GREET, new TextRange(2, 1, 2, 1))));
        UiTest.until(
                "greet is inspected",
                () -> shell().isSettled()
                        && robot.lookup(name).tryQueryAs(Label.class).isPresent());
        robot.clickOn(name);
        UiTest.until(
                "the details are there",
                () -> robot.lookup(".value-details").tryQuery().isPresent());
    }

    @Test
    void aTextIsChangedWhereItIsSetAndNothingElseIs(FxRobot robot) throws Exception {
        String before = Files.readString(tree().resolve(DISTRO));
        openDetails(robot, "upstream-distro.version");
        assertThat(robot.lookup("distro/bowler.distro.toml:12").tryQuery()).isPresent();
        robot.type(KeyCode.DIGIT8).type(KeyCode.ENTER);
        UiTest.until(
                "the value is changed",
                () -> editor().file().path().equals(DISTRO)
                        && editor().dirtyProperty().get());
        assertThat(UiTest.onScreen(() -> editor().text())).isEqualTo(before.replace("\"7\"", "\"8\""));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        UiTest.until("it is taken back", () -> editor().text().equals(before));
    }

    @Test
    void whatIsTypedAndNotConfirmedChangesNothing(FxRobot robot) {
        openDetails(robot, "upstream-distro.version");
        robot.type(KeyCode.DIGIT8).type(KeyCode.ESCAPE);
        UiTest.until(
                "the details are gone",
                () -> robot.lookup(".value-details").tryQuery().isEmpty());
        assertThat(UiTest.onScreen(() -> editor().file().path())).isEqualTo(GREET);
        assertThat(UiTest.onScreen(() -> editor().dirtyProperty().get())).isFalse();
    }
}
