package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.Choices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A window on a copy of the sample distro, for one test. */
@ExtendWith(ApplicationExtension.class)
abstract class SampleWindow {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path tree;

    @SuppressWarnings("NullAway.Init")
    private WorkbenchWindow window;

    /** Opens it; TestFX looks for what starts a test in the test's own class alone. */
    final void open(Stage stage) throws IOException {
        tree = UiTest.copySample(folder.resolve("tree"));
        prepare(tree);
        Theme.loadFonts();
        Folders folders = new Folders(state(), state());
        window = new WorkbenchWindow(stage, folders, answers(), PageRegistry.ALL);
        UiTest.open(window, tree);
        stage.show();
    }

    /** What a test changes in the copy before it is opened. */
    void prepare(Path copy) throws IOException {}

    /** What the user answers when asked. */
    Choices answers() {
        return new UiTest.Answers();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> shell().builds().stop());
        UiTest.until("no build runs", () -> !shell().builds().isRunning());
        robot.interact(() -> {
            window.close();
            return null;
        });
    }

    Path tree() {
        return tree;
    }

    Path state() {
        return folder.resolve("state");
    }

    WorkbenchWindow window() {
        return window;
    }

    Shell shell() {
        return Objects.requireNonNull(window.shell());
    }
}
