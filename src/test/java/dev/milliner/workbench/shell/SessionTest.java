package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.files.SetAside;
import java.io.IOException;
import java.util.List;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What was on the screen is there again: the files in their order, the one in front, the carets and the page. */
class SessionTest extends SampleWindow {
    private static final String GREET = "comps/greet/greet.comp.toml";

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    private void goTo(FxRobot robot, String file, int line) {
        robot.interact(() -> shell().goTo(new Place(file, new TextRange(line, 1, line, 1))));
        UiTest.until(
                "the caret is there",
                () -> UiTest.onScreen(() -> shell().editors()
                        .find(file)
                        .filter(editor -> editor.line() == line)
                        .isPresent()));
    }

    private Session remembered() {
        return Memory.read(state().resolve("workbench.json"), SetAside.of(state()))
                .memory()
                .sessions()
                .getOrDefault(tree().toString(), Session.NONE);
    }

    @Test
    void theSessionComesBackAlsoAfterAKill(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        goTo(robot, "azldev.toml", 5);
        goTo(robot, GREET, 9);
        goTo(robot, "comps/components.toml", 3);
        robot.interact(() -> shell().files().open(GREET, editor -> {}));
        Label caret = robot.lookup("#caret").queryAs(Label.class);
        assertThat(UiTest.onScreen(caret::isVisible)).isTrue();
        robot.interact(() -> shell().showPage("review"));
        assertThat(UiTest.onScreen(caret::isVisible)).as("no editor is seen").isFalse();
        Session expected = new Session(
                "review",
                GREET,
                List.of(
                        new Session.Place("azldev.toml", 5, 1),
                        new Session.Place(GREET, 9, 1),
                        new Session.Place("comps/components.toml", 3, 1)));
        UiTest.until(
                "it is written while the window is open", () -> remembered().equals(expected));

        robot.interact(() -> {
            window().open(tree());
            return null;
        });
        UiTest.until("all is there again", () -> UiTest.onScreen(() -> Session.of(shell()))
                .equals(expected));
        assertThat(UiTest.onScreen(() ->
                        shell().editors().all().stream().map(CodeEditor::line).toList()))
                .containsExactly(5, 9, 3);
    }
}
