package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A window that was closed leaves no thread, and nothing holds what it showed. */
@ExtendWith(ApplicationExtension.class)
class NothingLeftTest {
    private static final int WINDOWS = Integer.getInteger("milliner.windows", 15);
    /** Threads that Java, JavaFX and Git keep for themselves are not of any window. */
    private static final Set<String> OURS = Set.of(
            "resolve",
            "watch",
            "files",
            "unsaved texts",
            "inspect",
            "explorer",
            "overlays",
            "overlay scan",
            "diff",
            "matches",
            "changed lines",
            "engines",
            "build history",
            "build details",
            "dead builds");

    @TempDir
    Path folder;

    private final List<WeakReference<Shell>> shells = new ArrayList<>();

    /** TestFX remembers every event of its own window, and by it what the window showed; so others are opened. */
    @Start
    void start(Stage unused) {}

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> OURS.contains(thread.getName()))
                .collect(Collectors.toSet());
    }

    @Test
    void closedWindowsLeaveNothing(FxRobot robot) throws Exception {
        // Tests before this one may have left some of their own.
        Set<Thread> before = threads();
        for (int i = 0; i < WINDOWS; i++) {
            openAndClose(robot, folder.resolve("state" + i), i == 0);
        }
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> before.containsAll(threads()));
        } catch (TimeoutException some) {
            assertThat(threads()).as("threads that are left").isSubsetOf(before);
        }
        UiTest.until("what the windows showed is gone from memory", this::isAllCollected);
    }

    private boolean isAllCollected() {
        System.gc();
        return shells.stream().allMatch(shell -> shell.refersTo(null));
    }

    private void openAndClose(FxRobot robot, Path state, boolean withFile) throws Exception {
        WorkbenchWindow[] window = new WorkbenchWindow[1];
        Stage stage = UiTest.onScreen(Stage::new);
        Step.run(
                robot,
                () -> window[0] = UiTest.open(
                        stage, state, Path.of("sample-distros/bowler").toAbsolutePath()));
        UiTest.until("the distro is resolved", () -> Objects.requireNonNull(window[0].shell())
                .isSettled());
        if (withFile) {
            robot.interact(
                    () -> Objects.requireNonNull(window[0].shell()).files().open("azldev.toml", editor -> {}));
            UiTest.until("the file is open", () -> Objects.requireNonNull(window[0].shell())
                    .editors()
                    .current()
                    .isPresent());
        }
        shells.add(new WeakReference<>(Objects.requireNonNull(window[0].shell())));
        Step.run(robot, () -> {
            window[0].close();
            stage.hide();
        });
    }

    /** Does on the JavaFX thread what may fail. */
    private interface Step {
        void run() throws Exception;

        static void run(FxRobot robot, Step action) {
            robot.interact(() -> {
                action.run();
                return null;
            });
        }
    }
}
