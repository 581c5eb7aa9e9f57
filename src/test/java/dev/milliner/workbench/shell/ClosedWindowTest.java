package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Distro;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.editor.EditorText;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

/** Of two windows one is closed: nothing of it stays, and the other lives on. */
@ExtendWith(ApplicationExtension.class)
class ClosedWindowTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Windows windows;

    /** What was made for windows that are closed. */
    private final List<WeakReference<Object>> gone = new ArrayList<>();

    /** TestFX remembers every event of its own window, and by it what the window showed; so others are opened. */
    @Start
    void start(Stage unused) throws IOException {
        Platform.setImplicitExit(false);
        Theme.loadFonts();
        for (String name : List.of("one", "two")) {
            UiTest.commit(UiTest.copySample(folder.resolve(name)));
        }
        Path state = folder.resolve("state");
        windows = new Windows(new Folders(state, state), any -> new UiTest.Answers(), PageRegistry.ALL);
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(() -> {
            List<Stage> left =
                    windows.all().stream().map(ClosedWindowTest::stage).toList();
            windows.close();
            left.forEach(Stage::hide);
            return null;
        });
    }

    private static Stage stage(WorkbenchWindow window) {
        return (Stage) Objects.requireNonNull(window.scene().getWindow());
    }

    private static Shell shell(WorkbenchWindow window) {
        return Objects.requireNonNull(window.shell());
    }

    private static Distro distro(WorkbenchWindow window) {
        return Objects.requireNonNull(Objects.requireNonNull(window.workspace()).snapshot())
                .distro();
    }

    private void open(FxRobot robot, String name) {
        int before = windows.all().size();
        robot.interact(() -> windows.open(folder.resolve(name)));
        UiTest.until(name + " has a window", () -> windows.all().size() == before + 1);
        UiTest.until(name + " is resolved", () -> shell(windows.all().getLast()).isSettled());
    }

    /** Uses what could keep something: every page, an editor with unsaved text, quick search, cards. */
    private void use(FxRobot robot, WorkbenchWindow window) {
        Shell shell = shell(window);
        robot.interact(() -> shell.goTo(Place.startOf("comps/greet/greet.comp.toml")));
        UiTest.until("the file is open", () -> shell.editors().current().isPresent());
        robot.interact(
                () -> EditorText.area(shell.editors().current().orElseThrow()).appendText("# more\n"));
        UiTest.until("it is resolved", shell::isSettled);
        for (Command command : shell.commands().all()) {
            boolean isHarmless = command.id().startsWith("page.")
                    || Stream.of(
                                    "go.search",
                                    "help.activity",
                                    "help.report",
                                    "edit.explain",
                                    "go.outline",
                                    "go.nextPart")
                            .anyMatch(command.id()::equals);
            if (isHarmless) {
                robot.interact(() -> shell.commands().perform(command));
                UiTest.until(command.id() + " is settled", shell::isSettled);
            }
        }
    }

    private void close(FxRobot robot, WorkbenchWindow window) {
        CodeEditor editor = shell(window).editors().all().getFirst();
        Stream.<Object>of(window, shell(window), editor, editor.file(), distro(window), window.scene())
                .map(WeakReference::new)
                .forEach(gone::add);
        Stage stage = stage(window);
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        UiTest.until("it is closed", () -> !windows.all().contains(window));
    }

    /** Opens, uses and closes one beside the first, in a frame of its own, which then holds nothing. */
    private void another(FxRobot robot) {
        open(robot, "two");
        WorkbenchWindow second = windows.all().getLast();
        SoakCount one = SoakCount.now();
        use(robot, second);
        assertThat(SoakCount.now().tooMuch(one, one))
                .as("an editor more is counted")
                .isNotEmpty();
        close(robot, second);
    }

    private List<String> left() {
        System.gc();
        return gone.stream()
                .map(WeakReference::get)
                .filter(Objects::nonNull)
                .map(one -> one.getClass().getSimpleName())
                .toList();
    }

    @Test
    void nothingOfTheClosedOneStaysAndTheOtherWorks(FxRobot robot) throws IOException {
        open(robot, "one");
        WorkbenchWindow first = windows.all().getFirst();
        use(robot, first);
        SoakCount one = SoakCount.now();
        // The first that is closed starts threads and opens files for all that follow.
        another(robot);
        SoakCount shared = SoakCount.settled(one, null);
        another(robot);
        UiTest.until("all that was made for the closed ones is collected", () -> left().isEmpty());
        assertThat(SoakCount.settled(one, shared).tooMuch(one, shared)).isEmpty();
        livesOn(robot, first);
    }

    /** It follows what others write, resolves what is typed, and answers commands. */
    private void livesOn(FxRobot robot, WorkbenchWindow first) throws IOException {
        assertThat(UiTest.onScreen(() -> stage(first).isShowing())).isTrue();
        Path definition = folder.resolve("one/comps/brim/brim.comp.toml");
        Files.writeString(definition, Files.readString(definition).replace("[components.brim", "[components.visor"));
        UiTest.until(
                "what another wrote is seen", () -> distro(first).components().containsKey("visor"));
        robot.interact(() ->
                EditorText.area(shell(first).editors().current().orElseThrow()).appendText("[components.cap]\n"));
        UiTest.until(
                "what is typed is resolved", () -> distro(first).components().containsKey("cap"));
        robot.interact(() ->
                shell(first).commands().find("file.save").ifPresent(shell(first).commands()::perform));
        UiTest.until("it is saved", () -> Files.readString(folder.resolve("one/comps/greet/greet.comp.toml"))
                .endsWith("[components.cap]\n"));
    }
}
