package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.editor.EditorText;
import dev.milliner.workbench.files.SetAside;
import dev.milliner.workbench.settings.AllSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Several windows, each on a distro of its own, in one process. */
@ExtendWith(ApplicationExtension.class)
class WindowsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Windows windows;

    private Optional<Path> chosen = Optional.empty();
    private Choices.Unsaved unsaved = Choices.Unsaved.DISCARD;

    private final class Person extends UiTest.Answers {
        @Override
        public Optional<Path> folder(Path start) {
            return chosen;
        }

        @Override
        public Unsaved unsaved(String file) {
            return unsaved;
        }
    }

    @Start
    void start(Stage stage) throws Exception {
        Platform.setImplicitExit(false);
        Theme.loadFonts();
        UiTest.copySample(folder.resolve("one"));
        UiTest.copySample(folder.resolve("two"));
        begin(stage);
        windows.all().getFirst().open(tree("one"));
        stage.show();
    }

    private void begin(Stage stage) {
        Path state = folder.resolve("state");
        windows = new Windows(new Folders(state, state), any -> new Person(), PageRegistry.ALL);
        windows.make(stage);
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(() -> {
            List<WorkbenchWindow> left = windows.all();
            windows.close();
            left.forEach(window -> stage(window).hide());
            return null;
        });
    }

    private Path tree(String name) {
        return folder.resolve(name);
    }

    private static Shell shell(WorkbenchWindow window) {
        return Objects.requireNonNull(window.shell());
    }

    private static Stage stage(WorkbenchWindow window) {
        return (Stage) Objects.requireNonNull(window.scene().getWindow());
    }

    private WorkbenchWindow first() {
        return windows.all().getFirst();
    }

    private WorkbenchWindow openSecond(FxRobot robot) {
        chosen = Optional.of(tree("two"));
        robot.interact(() -> shell(first()).commands().all().stream()
                .filter(command -> command.id().equals("distro.openNew"))
                .forEach(command -> command.run().run()));
        UiTest.until("there are two", () -> windows.all().size() == 2);
        WorkbenchWindow second = windows.all().getLast();
        UiTest.until(
                "both are resolved",
                () -> shell(first()).isSettled() && shell(second).isSettled());
        return second;
    }

    private void closeByItsButton(FxRobot robot, WorkbenchWindow window) {
        Stage stage = stage(window);
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void edit(FxRobot robot, WorkbenchWindow window, String text) {
        robot.interact(() -> shell(window).files().open("azldev.toml", editor -> EditorText.area(editor)
                .appendText(text)));
        UiTest.until("it is edited", () -> shell(window)
                .editors()
                .current()
                .filter(editor -> editor.dirtyProperty().get())
                .isPresent());
    }

    private Memory remembered() {
        return Memory.read(folder.resolve("state/workbench.json"), SetAside.of(folder.resolve("state")))
                .memory();
    }

    private List<String> openRoots() {
        return remembered().open().stream().map(Memory.Open::root).toList();
    }

    @Test
    void eachHasItsDistroAndItsTextsAndTheSameTreeIsRaised(FxRobot robot) {
        WorkbenchWindow second = openSecond(robot);
        edit(robot, second, "# of the second\n");
        assertThat(shell(first()).editors().all()).isEmpty();
        robot.interact(() -> windows.open(tree("two").resolve("../two")));
        robot.interact(() -> first().openInPlace(tree("two")));
        assertThat(windows.all()).hasSize(2);
        assertThat(Objects.requireNonNull(first().workspace()).root()).isEqualTo(tree("one"));
        UiTest.until("both are remembered", () -> openRoots()
                .equals(List.of(tree("one").toString(), tree("two").toString())));
    }

    @Test
    void whatIsChosenReachesAll(FxRobot robot) {
        WorkbenchWindow second = openSecond(robot);
        robot.interact(() -> windows.settings().set(AllSettings.THEME, "light"));
        for (WorkbenchWindow window : List.of(first(), second)) {
            assertThat(window.scene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("/light.css"));
        }
        robot.interact(() -> windows.settings().set(AllSettings.THEME, "dark"));
        assertThat(second.scene().getStylesheets()).noneMatch(sheet -> sheet.endsWith("/light.css"));
    }

    @Test
    void aWindowThatIsClosedAsksAndLeavesTheOthersAsTheyAre(FxRobot robot) {
        WorkbenchWindow second = openSecond(robot);
        edit(robot, second, "# unsaved\n");
        edit(robot, first(), "# mine\n");
        unsaved = Choices.Unsaved.CANCEL;
        closeByItsButton(robot, second);
        assertThat(windows.all()).hasSize(2);
        unsaved = Choices.Unsaved.DISCARD;
        closeByItsButton(robot, second);
        UiTest.until("it is closed", () -> windows.all().size() == 1);
        assertThat(UiTest.onScreen(() -> stage(first()).isShowing())).isTrue();
        assertThat(UiTest.onScreen(
                        () -> shell(first()).editors().current().orElseThrow().text()))
                .endsWith("# mine\n");
        UiTest.until(
                "it is forgotten", () -> openRoots().equals(List.of(tree("one").toString())));
        robot.interact(() -> windows.settings().set(AllSettings.WRAP, true));
        edit(robot, first(), "# kept\n");
    }

    @Test
    void whatWasOpenAtTheEndIsOpenedAgainWithItsScreen(FxRobot robot) throws IOException {
        WorkbenchWindow second = openSecond(robot);
        robot.interact(() -> shell(second).files().open("README.md", editor -> {}));
        robot.interact(() -> shell(first()).showPage("review"));
        UiTest.until("it is open", () -> shell(second).editors().current().isPresent());
        end(robot);
        assertThat(openRoots())
                .containsExactly(tree("one").toString(), tree("two").toString());
        robot.interact(() -> begin(new Stage()));
        assertThat(windows.leftOpen()).containsExactly(tree("one"), tree("two"));
        robot.interact(() -> windows.leftOpen().forEach(windows::open));
        assertThat(windows.all()).hasSize(2);
        UiTest.until(
                "the file is back",
                () -> shell(windows.all().getLast()).editors().find("README.md").isPresent());
        assertThat(UiTest.onScreen(() -> shell(first()).inFront())).isEqualTo("review");
        Files.delete(tree("two").resolve("azldev.toml"));
        assertThat(windows.leftOpen()).containsExactly(tree("one"));
    }
}
