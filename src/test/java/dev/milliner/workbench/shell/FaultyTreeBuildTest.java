package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Nothing is built of a tree with an error in what the build needs; the error is shown instead. */
class FaultyTreeBuildTest extends SampleWindow {
    private static final String FILE = "comps/greet/greet.comp.toml";

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    void prepare(Path copy) throws IOException {
        Files.writeString(copy.resolve(FILE), """

                [[components.greet.overlays]]
                type = "spec-set-tag"
                tag = "Version"
                value = 1.0
                """, StandardOpenOption.APPEND);
    }

    @Test
    void theErrorIsShownAndNothingBuilt(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.clickOn("#buildButton");
        UiTest.until("its file is open", () -> shell().editors()
                .current()
                .filter(editor -> editor.file().path().equals(FILE))
                .isPresent());
        assertThat(robot.lookup(label -> label instanceof javafx.scene.control.Labeled shown
                                && shown.getText() != null
                                && shown.getText().startsWith("Nothing was built")
                                && shown.getText().contains("'value' must be text"))
                        .tryQuery())
                .isPresent();
        assertThat(shell().builds().current()).isNull();
        assertThat(state().resolve("builds")).isDirectoryNotContaining(Files::isDirectory);
    }
}
