package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.build.BuildSession;
import dev.milliner.workbench.settings.AllSettings;
import dev.milliner.workbench.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A build takes in what is on the screen to the last key, and says so or asks. */
class UnsavedBuildTest extends SampleWindow {
    private static final String FILE = "azldev.toml";
    private static final String TYPED = "# typed just now\n";

    private final List<String> asked = new ArrayList<>();

    private final class Answers extends UiTest.Answers {
        @Override
        public boolean confirm(String title, String text, String action) {
            asked.add(text);
            return false;
        }
    }

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    Choices answers() {
        return new Answers();
    }

    private void open(FxRobot robot) {
        UiTest.until("the distro is resolved", () -> shell().isSettled());
        robot.interact(() -> shell().files().open(FILE, editor -> {}));
        UiTest.until("the file is open", () -> shell().editors().current().isPresent());
    }

    /** Both at once: what was typed can't have been resolved yet. */
    private void typeAndBuild(FxRobot robot) {
        robot.interact(() -> {
            shell().editors().current().orElseThrow().insert(0, TYPED);
            shell().builds().build();
        });
    }

    @Test
    void theLastKeyIsBuiltAndSaidToBeUnsaved(FxRobot robot) {
        open(robot);
        typeAndBuild(robot);
        UiTest.until("the build runs", () -> shell().builds().current() != null);
        BuildSession session = Objects.requireNonNull(shell().builds().current());
        assertThat(session.request().distro().tree().read(FILE).orElseThrow()).startsWith(TYPED);
        assertThat(robot.lookup("Building " + session.target() + " with the unsaved text of " + FILE + ".")
                        .tryQuery())
                .isPresent();
        assertThat(asked).isEmpty();
    }

    @Test
    void itAsksWhereTheUserWantsThatAndRemembersIt(FxRobot robot) throws Exception {
        open(robot);
        CheckMenuItem item = robot.lookup("#buildButton").queryAs(SplitMenuButton.class).getItems().stream()
                .filter(CheckMenuItem.class::isInstance)
                .map(CheckMenuItem.class::cast)
                .filter(choice -> choice.getText().startsWith("Ask first"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> item.setSelected(true));
        typeAndBuild(robot);
        UiTest.until("it was asked", () -> !asked.isEmpty());
        assertThat(asked).singleElement().asString().contains("with the unsaved text of " + FILE);
        assertThat(shell().builds().current()).isNull();
        robot.interact(() -> {
            window().open(tree());
            return null;
        });
        Path settings = new Folders(state(), state()).settings();
        UiTest.until("it is kept", () -> SettingsStore.read(settings).settings().get(AllSettings.ASK_UNSAVED));
    }

    @Test
    void nothingIsAskedWhereAllIsSaved(FxRobot robot) {
        open(robot);
        robot.press(KeyCode.F9).release(KeyCode.F9);
        UiTest.until("the build runs", () -> shell().builds().current() != null);
        assertThat(asked).isEmpty();
    }
}
