package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What tests of the whole window share: a window with folders of its own, and waiting for what it shows. */
final class UiTest {
    private static final int PATIENCE_SECONDS = 20;
    /** How often what waits for the JavaFX thread is let through, 10 ms apart; TestFX's own five are most of what a test waits for. */
    private static final int TURNS = 2;
    /** The same after a key, which may lay out anew what the next one goes to; TestFX waits thrice as long. */
    private static final int TURNS_AFTER_KEY = 4;

    private UiTest() {}

    /** A window on a distro that remembers in a folder of the test's. */
    static WorkbenchWindow open(Stage stage, Path state, Path root) throws IOException {
        Theme.loadFonts();
        WorkbenchWindow window = new WorkbenchWindow(stage, new Folders(state, state), new Answers(), PageRegistry.ALL);
        open(window, root);
        stage.show();
        return window;
    }

    /** Opens a distro in a window. */
    static void open(WorkbenchWindow window, Path root) throws IOException {
        try {
            window.open(root);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Waits, bounded, until something holds. */
    static void until(String what, Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds)
                    .get());
            WaitForAsyncUtils.waitForFxEvents(TURNS);
        } catch (TimeoutException e) {
            throw new AssertionError("This did not come true in time: " + what, e);
        }
    }

    /** Presses keys one after the other, and waits for what each brings about at once. */
    static void type(FxRobot robot, KeyCode... keys) {
        KeyboardRobot keyboard = robot.robotContext().getKeyboardRobot();
        for (KeyCode key : keys) {
            keyboard.pressNoWait(key);
            keyboard.releaseNoWait(key);
            WaitForAsyncUtils.waitForFxEvents(TURNS_AFTER_KEY);
        }
    }

    /** What something is on the JavaFX thread. */
    static <T> T onScreen(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), question);
    }

    /** Copies the sample distro to a folder, which it gives back. */
    static Path copySample(Path to) throws IOException {
        Path from = Path.of("sample-distros/bowler").toAbsolutePath();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    /** Makes a folder a git repository with one commit that holds all there is. */
    static void commit(Path folder) throws IOException {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("All")
                    .setSign(false)
                    .setAuthor("Test", "test@example.org")
                    .setCommitter("Test", "test@example.org")
                    .call();
        } catch (GitAPIException failed) {
            throw new IOException(failed);
        }
    }

    /** Answers every question by discarding, and confirms. */
    static class Answers implements Choices {
        @Override
        public Task task(String title, String text) {
            return Task.GO_ON;
        }

        @Override
        public Optional<Path> targetFolder(String title) {
            return Optional.empty();
        }

        @Override
        public Unsaved unsaved(String file) {
            return Unsaved.DISCARD;
        }

        @Override
        public boolean confirm(String title, String text, String action) {
            return true;
        }

        @Override
        public Optional<Path> saveFile(String suggestedName) {
            return Optional.of(Path.of("target/exports", suggestedName));
        }

        @Override
        public Optional<Path> openFile(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(Path start) {
            return Optional.empty();
        }
    }
}
