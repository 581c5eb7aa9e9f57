package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.settings.AllSettings;
import dev.milliner.workbench.welcome.Recent;
import dev.milliner.workbench.welcome.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Where no distro is open, the ways to one are shown: those that were open, the samples, a folder, a clone, a tour. */
@ExtendWith(ApplicationExtension.class)
class WelcomeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private WorkbenchWindow window;

    private Optional<Path> chosen = Optional.empty();

    @Start
    void start(Stage stage) throws Exception {
        Path state = folder.resolve("state");
        Files.createDirectories(state);
        Path there = UiTest.copySample(folder.resolve("tree"));
        Memory.FIRST
                .opened(new Recent(folder.resolve("gone").toString(), "gone 1", 1_000))
                .opened(new Recent(there.toString(), "bowler 1.0", System.currentTimeMillis() - 7_200_000))
                .write(state.resolve("workbench.json"));
        Theme.loadFonts();
        Choices choices = new UiTest.Answers() {
            @Override
            public Optional<Path> targetFolder(String title) {
                return chosen;
            }
        };
        window = new WorkbenchWindow(stage, new Folders(state, state), choices, PageRegistry.ALL);
        window.welcome();
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            window.close();
            return null;
        });
    }

    private List<Button> cards(FxRobot robot, String where) {
        return List.copyOf(robot.lookup(where + " .welcome-card").queryAllAs(Button.class));
    }

    private void settle(FxRobot robot) {
        UiTest.until(
                "the distros that were open are shown",
                () -> cards(robot, "#welcome-recent").size() == 2);
    }

    private Path opened() {
        UiTest.until("a distro is open", () -> window.shell() != null);
        UiTest.until(
                "it is resolved", () -> Objects.requireNonNull(window.shell()).isSettled());
        return Objects.requireNonNull(window.workspace()).root();
    }

    @Test
    void aDistroThatWasOpenIsOpenedAgain(FxRobot robot) throws IOException {
        settle(robot);
        Button first = cards(robot, "#welcome-recent").getFirst();
        assertThat(first.getAccessibleText()).startsWith("bowler 1.0, ");
        robot.interact(first::fire);
        assertThat(opened()).isEqualTo(folder.resolve("tree").toRealPath());
        robot.interact(() -> window.closeDistro());
        UiTest.until(
                "the welcome is back", () -> robot.lookup("#welcome").tryQuery().isPresent());
        settle(robot);
        assertThat(Memory.read(folder.resolve("state/workbench.json"), dev.milliner.workbench.files.SetAside.of(folder))
                        .memory()
                        .recent()
                        .getFirst()
                        .name())
                .isEqualTo("bowler 1.0");
    }

    @Test
    void oneThatIsGoneIsForgotten(FxRobot robot) {
        settle(robot);
        Button gone = cards(robot, "#welcome-recent").get(1);
        assertThat(gone.getAccessibleText()).isEqualTo("gone 1, the folder is gone");
        robot.interact(gone::fire);
        UiTest.until("it is forgotten", () -> cards(robot, "#welcome-recent").size() == 1);
    }

    @Test
    void aSampleIsCopiedBeforeItIsOpened(FxRobot robot) {
        settle(robot);
        Button bowler = cards(robot, "#welcome-samples").getFirst();
        robot.interact(bowler::fire);
        Path copy = opened();
        assertThat(copy).isEqualTo(folder.resolve("state/samples/bowler"));
        assertThat(Sample.all().getFirst().folder()).isNotEqualTo(copy);
        assertThat(copy.resolve("comps/greet/greet.comp.toml"))
                .hasSameTextualContentAs(Sample.all().getFirst().folder().resolve("comps/greet/greet.comp.toml"));
    }

    @Test
    void aDistroIsCloned(FxRobot robot) throws Exception {
        Path upstream = UiTest.copySample(folder.resolve("upstream"));
        try (Git git = Git.init().setDirectory(upstream.toFile()).call()) {
            git.add()
                    .addFilepattern("azldev.toml")
                    .addFilepattern("distro")
                    .addFilepattern("comps")
                    .addFilepattern("packages")
                    .addFilepattern("images")
                    .call();
            git.commit()
                    .setMessage("Bowler")
                    .setAuthor("Felt Maintainers", "m@felt.invalid")
                    .setCommitter("Felt Maintainers", "m@felt.invalid")
                    .setSign(false)
                    .call();
        }
        chosen = Optional.of(folder);
        robot.interact(() -> robot.lookup("#welcome-clone").queryButton().fire());
        TextField address = robot.lookup("#clone-address").queryAs(TextField.class);
        robot.interact(() -> address.setText("file://" + folder.resolve("missing/nothing")));
        robot.interact(() -> robot.lookup("#clone-go").queryButton().fire());
        UiTest.until("it can't be", () -> UiTest.onScreen(
                        () -> robot.lookup("#clone-told").queryAs(Label.class).getText())
                .startsWith("It can't be cloned: "));
        assertThat(folder.resolve("nothing")).doesNotExist();

        chosen = Optional.of(Files.createDirectory(folder.resolve("clones")));
        robot.interact(() -> address.setText("file://" + upstream));
        robot.interact(() -> robot.lookup("#clone-go").queryButton().fire());
        assertThat(opened()).isEqualTo(folder.resolve("clones/upstream"));
    }

    @Test
    void theHostTellsWhatItCan(FxRobot robot) {
        UiTest.until(
                "it has looked",
                () -> robot.lookup("#welcome-machine .machine-row").queryAll().size() >= 7);
        Node first = robot.lookup("#welcome-machine .machine-row").query();
        assertThat(first.getAccessibleText()).isEqualTo("edit, preview, review: ready, always");
    }

    @Test
    void theSettingsAreThereToo(FxRobot robot) {
        robot.interact(() -> robot.lookup("#welcome-settings").queryButton().fire());
        UiTest.until(
                "they are shown",
                () -> robot.lookup("#settings-field").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#setting-appearance-theme").queryComboBox().setValue("warm"));
        assertThat(window.settings().get(AllSettings.THEME)).isEqualTo("warm");
        robot.type(KeyCode.ESCAPE);
        UiTest.until(
                "the welcome is back",
                () -> robot.lookup("#settings-field").tryQuery().isEmpty());
    }

    @Test
    void theTourLeadsThroughEveryStepAndPointsAtWhatIsThere(FxRobot robot) {
        robot.interact(() -> robot.lookup("#welcome-tour").queryButton().fire());
        opened();
        Label count = robot.lookup("#tour .label").queryAs(Label.class);
        for (int step = 1; step <= 8; step++) {
            String expected = step + " of 8";
            UiTest.until(expected, () -> UiTest.onScreen(count::getText).equals(expected));
            UiTest.until("all is settled", () -> Objects.requireNonNull(window.shell())
                    .isSettled());
            UiTest.until(
                    "it is framed",
                    () -> UiTest.onScreen(
                            () -> robot.lookup(".tour-frame").query().isVisible()));
            robot.interact(() -> robot.lookup("#tour-next").queryButton().fire());
        }
        UiTest.until("it is over", () -> robot.lookup("#tour").tryQuery().isEmpty());
        assertThat(robot.lookup(".tour-frame").tryQuery()).isEmpty();
    }
}
