package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.Tools;
import dev.milliner.build.run.Outcome;
import dev.milliner.workbench.build.BuildSession;
import dev.milliner.workbench.words.Words;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A build that writes a million lines as fast as it can is followed to its end; how smoothly is printed. */
@ExtendWith(ApplicationExtension.class)
class LogFloodTest {
    private static final int LINES = 1_000_000;
    private static final int WARM_UP = 50_000;
    private static final long MOST_HEAP = 150L << 20;

    @TempDir
    static Path folder;

    private WorkbenchWindow window;
    private final long[] frames = new long[1 << 16];
    private final long[] work = new long[1 << 16];
    private int count;

    @Start
    void start(Stage stage) throws Exception {
        writeDistro();
        window = UiTest.open(stage, folder.resolve("state"), folder.resolve("root"));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] begun = new long[2];
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                begun[0] = System.nanoTime();
                begun[1] = threads.getCurrentThreadCpuTime();
            }
        }.start();
        stage.getScene().addPostLayoutPulseListener(() -> {
            work[count % work.length] = threads.getCurrentThreadCpuTime() - begun[1];
            frames[count++ % frames.length] = System.nanoTime() - begun[0];
        });
    }

    private static void writeComponent(String name, int lines) throws IOException {
        Path root = Files.createDirectories(folder.resolve("root").resolve(name));
        Files.writeString(root.resolve(name + ".spec"), """
                Name: %s
                Version: 1
                Release: 1
                Summary: Writes much
                License: MIT
                %%description
                Writes much.
                %%build
                awk 'BEGIN { for (i = 1; i <= %d; i++) print "warning: line " i " of many" }'
                %%files
                """.formatted(name, lines));
    }

    private static void writeDistro() throws IOException {
        writeComponent("brook", WARM_UP);
        writeComponent("flood", LINES);
        Files.writeString(folder.resolve("root/azldev.toml"), """
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                [components.brook.spec]
                type = "local"
                path = "brook/brook.spec"
                [components.flood.spec]
                type = "local"
                path = "flood/flood.spec"
                """);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void everyLineIsThereAndTheEndIsShown(FxRobot robot) throws Exception {
        Tools.needed();
        Shell shell = Objects.requireNonNull(window.shell());
        UiTest.until("the distro is resolved", shell::isSettled);
        robot.interact(() -> shell.showPage("builds"));
        // A workbench that was just started has to load and compile what it draws with.
        build(robot, shell, "brook");
        long before = heap();
        BuildSession session = build(robot, shell, "flood");
        assertThat(session.lineCount()).isGreaterThan(LINES);
        UiTest.until(
                "the last line is on the screen",
                () -> robot.lookup(".log-list .log-number").queryAllAs(Text.class).stream()
                        .anyMatch(number -> number.getText().equals(Words.number(session.lineCount()))));
        long growth = heap() - before;
        System.out.printf(
                "A million lines: %d frames, layout %s, of which the screen's thread worked %s; heap grew by %d MB%n",
                count, figures(frames), figures(work), growth >> 20);
        assertThat(growth).isLessThan(MOST_HEAP);
    }

    private BuildSession build(FxRobot robot, Shell shell, String component) throws Exception {
        robot.interact(() -> {
            shell.builds().buildComponents(List.of(component));
            count = 0;
        });
        BuildSession session = Objects.requireNonNull(shell.builds().current());
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> !session.isRunning());
        assertThat(Objects.requireNonNull(session.stateProperty().get().result())
                        .outcome())
                .isEqualTo(Outcome.SUCCEEDED);
        return session;
    }

    private String figures(long[] nanos) {
        long[] sorted = Arrays.copyOf(nanos, Math.min(count, nanos.length));
        Arrays.sort(sorted);
        return "p50 %.1f ms, p99 %.1f ms, largest %.1f ms"
                .formatted(
                        sorted[sorted.length / 2] / 1e6,
                        sorted[sorted.length * 99 / 100] / 1e6,
                        sorted[sorted.length - 1] / 1e6);
    }
}
