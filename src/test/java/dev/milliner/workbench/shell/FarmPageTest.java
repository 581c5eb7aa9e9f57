package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.Waiting;
import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.history.BuildState;
import dev.milliner.build.koji.Farm;
import dev.milliner.build.run.Artifact;
import dev.milliner.workbench.base.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Builds on the stand-in hub by the real client, from the workbench. */
@ExtendWith(ApplicationExtension.class)
class FarmPageTest {
    private static final Path BOWLER = Path.of("sample-distros/bowler").toAbsolutePath();

    @TempDir
    private Path folder;

    private javafx.stage.Stage stage;
    private @Nullable WorkbenchWindow window;
    private Farm farm;
    private Choices.Task answer = Choices.Task.GO_ON;

    @Start
    void start(javafx.stage.Stage shown) {
        stage = shown;
    }

    @BeforeEach
    void begin() throws IOException {
        farm = new Farm(folder.resolve("farm"));
    }

    private void open(FxRobot robot) {
        robot.interact(() -> {
            try {
                Theme.loadFonts();
                Path state = folder.resolve("state");
                WorkbenchWindow made =
                        new WorkbenchWindow(stage, new Folders(state, state), new FarmAnswers(), PageRegistry.ALL);
                UiTest.open(made, BOWLER);
                window = made;
                stage.show();
                shell().builds().farm().useHost(farm::host);
                shell().showPage("builds");
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
        UiTest.until("the distro is resolved", () -> shell().isSettled());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(this::closeWindow);
        farm.close();
    }

    private void closeWindow() {
        try {
            WorkbenchWindow open = window;
            if (open != null) {
                shell().builds().close();
                open.close();
                window = null;
            }
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Shell shell() {
        return Objects.requireNonNull(Objects.requireNonNull(window).shell());
    }

    private <T extends Node> T find(String what, Class<T> kind) {
        return kind.cast(Objects.requireNonNull(shell().node().lookup(what), what));
    }

    private static void type(FxRobot robot, ComboBox<?> box, String text) {
        robot.interact(() -> box.getEditor().setText(text));
    }

    private String label(String what) {
        return find(what, Label.class).getText();
    }

    private List<String> texts(String what) {
        return shell().node().lookupAll(what).stream()
                .map(node -> node instanceof Label label ? label.getText() : ((Text) node).getText())
                .toList();
    }

    private List<BuildRecord> history() {
        try {
            return shell().builds().store().history().all();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private void fire(FxRobot robot, String what) {
        robot.interact(() -> find(what, ButtonBase.class).fire());
    }

    private void ask(FxRobot robot) {
        robot.interact(() -> find("#buildButton", SplitMenuButton.class).getItems().stream()
                .filter(item -> "farmItem".equals(item.getId()))
                .forEach(javafx.scene.control.MenuItem::fire));
        UiTest.until("the hub has told its targets", () -> label("#targetNote").equals("2 targets at this hub"));
    }

    /** Has a commit built, and the task's two first tasks begin. */
    private int submit(FxRobot robot) {
        ask(robot);
        fire(robot, "#componentButton");
        type(robot, find("#nameBox", ComboBox.class), "greet");
        type(robot, find("#targetBox", ComboBox.class), Farm.TARGET);
        fire(robot, "#commitButton");
        robot.interact(() -> find("#commitField", TextField.class).setText(Farm.SOURCE));
        robot.clickOn("#sendButton");
        Waiting.until("the task is there", () -> farm.hub().tasks().containsKey(1));
        farm.builder().open(1);
        int arch = farm.builder().child(1, "buildArch", "x86_64");
        farm.builder().open(arch);
        farm.builder().write(arch, "build.log", "Mock Version: 5.9\n");
        UiTest.until("the tasks are shown", () -> texts(".task-row .label").contains("buildArch"));
        return arch;
    }

    private void end(int arch) {
        farm.builder().write(arch, "greet-1.0-1.x86_64.rpm", new byte[230]);
        farm.builder().close(arch);
        farm.builder().close(1);
    }

    @Test
    void aBuildIsSentWatchedThroughASilenceAndItsResultsAreTaken(FxRobot robot) throws Exception {
        open(robot);
        int arch = submit(robot);
        assertThat(label("#commandLabel"))
                .isEqualTo(farm.client().program() + " --profile farm build --nowait --noprogress --scratch azl4 '"
                        + Farm.SOURCE + "'");
        UiTest.until("it is in the list", () -> texts("#builds .row-note").contains("koji task 1 · scratch"));
        UiTest.until("the log is there", () -> texts(".log-text").stream().anyMatch(line -> line.endsWith("5.9")));

        farm.hub().die();
        UiTest.until("the silence is told", () -> label("#farmState").startsWith("The hub has not answered for "));
        farm.hub().revive();
        UiTest.until("it is over", () -> label("#farmState").startsWith("Task open"));

        farm.builder().write(arch, "root.log", "Installing gcc\n");
        robot.clickOn("buildArch");
        UiTest.until(
                "its logs are offered",
                () -> shell().node().lookupAll(".task-log").size() == 2);
        UiTest.until(
                "its own log is shown",
                () -> texts(".log-text").equals(List.of("Mock Version: 5.9"))
                        || texts(".log-text").contains("Mock Version: 5.9"));
        farm.builder().write(arch, "build.log", "it grows\n");
        UiTest.until("it goes on by itself", () -> texts(".log-text").contains("it grows"));

        end(arch);
        UiTest.until("it is over", () -> history().getFirst().state() == BuildState.SUCCEEDED && shell().isSettled());
        UiTest.until("the list says so", () -> texts("#builds .row-note")
                .contains("koji task 1 · scratch · 230 B · bowler"));
        assertThat(find("#farmButton", Button.class).isVisible()).isFalse();
        robot.interact(() -> ((TabPane) shell().builds().node().lookup("#tabs"))
                .getSelectionModel()
                .select(1));
        UiTest.until("the results are offered", () -> shell().node().lookup("#downloadButton") != null);
        fire(robot, "#downloadButton");
        Path result = folder.resolve("taken/" + arch + "/greet-1.0-1.x86_64.rpm");
        UiTest.until("they are there", () -> Files.isRegularFile(result) && Files.size(result) == 230);

        // What was deleted here is fetched from the hub again.
        Files.delete(result);
        for (Artifact one : shell().builds()
                .store()
                .history()
                .find(history().getFirst().id())
                .orElseThrow()
                .artifacts()) {
            Files.delete(one.path());
        }
        fire(robot, "#downloadButton");
        UiTest.until("they are there again", () -> Files.isRegularFile(result) && Files.size(result) == 230);
    }

    @Test
    void aTaskIsLeftWithTheWorkbenchFoundAgainAndCanceled(FxRobot robot) throws Exception {
        open(robot);
        int arch = submit(robot);
        robot.interact(this::closeWindow);
        assertThat(Objects.requireNonNull(farm.hub().tasks().get(arch)).isOver())
                .isFalse();
        open(robot);
        UiTest.until("it is found", () -> history().getFirst().state() == BuildState.ON_FARM);
        robot.interact(() ->
                find("#builds .list-view", ListView.class).getSelectionModel().select(0));
        UiTest.until("its tasks are remembered", () -> texts(".task-row .label").contains("buildArch"));
        assertThat(find("#farmButton", Button.class).getText()).isEqualTo("Watch");
        fire(robot, "#farmButton");
        farm.builder().write(arch, "build.log", "after the restart\n");
        UiTest.until("the log goes on", () -> texts(".log-text").stream()
                .anyMatch(line -> line.endsWith("build.log: after the restart")));
        assertThat(history()).hasSize(1);

        answer = Choices.Task.CANCEL;
        robot.clickOn("#stopButton");
        UiTest.until("it is canceled", () -> history().getFirst().state() == BuildState.STOPPED);
        assertThat(farm.hub().tasks().values()).allMatch(task -> task.state() == 3);
        UiTest.until("the list says so", () -> texts("#builds .row-note")
                .contains("koji task 1 · scratch · canceled · bowler"));
    }

    @Test
    void whatIsWrongIsSaidInTheForm(FxRobot robot) throws Exception {
        open(robot);
        farm.hub().offline("database outage");
        robot.interact(() -> shell().builds().farm().item().fire());
        UiTest.until("the hub's reason is told", () -> label("#targetNote").contains("does not answer"));
        farm.hub().offline(null);
        ask(robot);
        fire(robot, "#componentButton");
        type(robot, find("#nameBox", ComboBox.class), "nothing");
        assertThat(label("#problemLabel")).isEqualTo("The distro has no component 'nothing'.");
        assertThat(find("#sendButton", Button.class).isDisabled()).isTrue();
        type(robot, find("#nameBox", ComboBox.class), "greet");
        assertThat(find("#treeButton", ToggleButton.class).isSelected()).isTrue();
        assertThat(find("#scratchBox", javafx.scene.control.CheckBox.class).isDisabled())
                .isTrue();
        type(robot, find("#targetBox", ComboBox.class), "azl9");
        assertThat(label("#problemLabel")).isEqualTo("The hub has not told of a target 'azl9'.");
        type(robot, find("#farmForm #profileBox", ComboBox.class), "strange");
        UiTest.until("the profile is unknown", () -> label("#targetNote").contains("no configuration for profile"));
        fire(robot, "#closeButton");
        assertThat(shell().node().lookup("#farmForm").isVisible()).isFalse();

        robot.interact(() -> shell().builds()
                .farm()
                .useHost(() -> new dev.milliner.build.koji.KojiHost(Optional.empty(), List.of(), Farm.RHYTHM)));
        assertThat(shell().builds().farm().item().isDisable()).isTrue();
        assertThat(shell().builds().farm().item().getText())
                .contains("Koji's client is missing", "milliner doctor says what adds it");
    }

    /** Answers what becomes of a task as the test wishes. */
    private final class FarmAnswers extends UiTest.Answers {
        @Override
        public Task task(String title, String text) {
            return answer;
        }

        @Override
        public Optional<Path> targetFolder(String title) {
            return Optional.of(folder.resolve("taken"));
        }
    }
}
