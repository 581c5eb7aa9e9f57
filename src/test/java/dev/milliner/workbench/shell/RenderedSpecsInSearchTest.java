package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.editor.CodeEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Quick search finds what stands in rendered specs, below what stands in definitions. */
class RenderedSpecsInSearchTest extends SampleWindow {
    private static final String SPEC = "specs/g/greet/greet.spec";

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    void prepare(Path copy) throws IOException {
        Files.createDirectories(Objects.requireNonNull(copy.resolve(SPEC).getParent()));
        Files.writeString(copy.resolve(SPEC), "Name: greet\n\n%build\n./configure --with-Feathers\n");
    }

    private ListView<?> search(FxRobot robot, String typed) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().palette().open(typed));
        UiTest.until("quick search has answered", shell().palette()::isSettled);
        return robot.lookup("#palette .list-view").queryAs(ListView.class);
    }

    @Test
    void aLineOfOneIsFoundAndOpened(FxRobot robot) {
        assertThat(search(robot, "with-feathers").getItems()).hasSize(1);
        robot.type(KeyCode.ENTER);
        UiTest.until(
                "the spec is open at the line",
                () -> shell().editors().current().map(CodeEditor::line).orElse(0) == 4);
        assertThat(UiTest.onScreen(
                        () -> shell().editors().current().orElseThrow().file().path()))
                .isEqualTo(SPEC);
    }

    @Test
    void definitionsComeFirst(FxRobot robot) {
        assertThat(search(robot, "greet").getItems())
                .extracting("kind")
                .startsWith("component")
                .endsWith("rendered spec");
    }

    @Test
    void whatStandsNowhereIsToldOnceAllWasSearched(FxRobot robot) {
        assertThat(search(robot, "no hat says this").getItems()).isEmpty();
        assertThat(robot.lookup("Nothing is called or says “no hat says this”.").tryQuery())
                .isPresent();
    }
}
