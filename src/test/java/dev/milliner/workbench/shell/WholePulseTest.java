package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** No pulse leaves styles to the next, which would paint the whole window for nothing. */
class WholePulseTest extends SampleWindow {
    private static final String FILE = "comps/greet/greet.comp.toml";

    private final List<String> left = new ArrayList<>();

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
        // Added after the window's own, so asked after it.
        stage.getScene().addPostLayoutPulseListener(() -> {
            Scene scene = stage.getScene();
            left.add(styles(scene.getRoot()));
        });
    }

    /** What JavaFX knows of a node's styles, which it tells nobody. */
    private static String styles(Node node) {
        try {
            Field flag = Node.class.getDeclaredField("cssFlag");
            flag.setAccessible(true);
            return String.valueOf(flag.get(node));
        } catch (ReflectiveOperationException another) {
            throw new IllegalStateException("JavaFX keeps it elsewhere", another);
        }
    }

    private List<String> leftWhile(FxRobot robot, Runnable action) {
        robot.interact(left::clear);
        action.run();
        UiTest.until("all is shown", () -> shell().isSettled());
        WaitForAsyncUtils.waitForFxEvents();
        return UiTest.onScreen(() -> List.copyOf(left));
    }

    @Test
    void neitherALetterNorWhatItBringsAbout(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().goTo(new Place(FILE, new TextRange(1, 1, 1, 1))));
        UiTest.until("the file is open", () -> shell().isSettled());
        assertThat(leftWhile(robot, () -> robot.type(KeyCode.HOME).write("x = 1 [")))
                .isNotEmpty()
                .containsOnly("CLEAN");
    }

    /** A layout that adds a node is what it is for; without it the next pulse had to style the label. */
    @Test
    void noNodeThatALayoutAdds(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        Pane root = (Pane) Objects.requireNonNull(shell().node());
        Pane late = new Pane() {
            @Override
            protected void layoutChildren() {
                if (getChildren().isEmpty()) {
                    getChildren().add(new Label("late"));
                }
            }
        };
        assertThat(leftWhile(
                        robot, () -> robot.interact(() -> root.getChildren().add(late))))
                .isNotEmpty()
                .containsOnly("CLEAN");
        assertThat(UiTest.onScreen(() -> late.getChildren().size())).isEqualTo(1);
    }
}
