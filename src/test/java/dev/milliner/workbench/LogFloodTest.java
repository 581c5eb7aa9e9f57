package dev.milliner.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.Tools;
import dev.milliner.build.BuildRequest;
import dev.milliner.build.BuildStore;
import dev.milliner.build.BuildTarget;
import dev.milliner.build.EngineKind;
import dev.milliner.build.Outcome;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.rpm.Level;
import dev.milliner.source.DiskTree;
import dev.milliner.workbench.build.BuildSession;
import dev.milliner.workbench.build.LogView;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
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
    private static final long MOST_HEAP = 150L << 20;

    @TempDir
    static Path folder;

    private LogView view;
    private final long[] frames = new long[1 << 16];
    private final long[] work = new long[1 << 16];
    private int count;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        view = new LogView("Nothing yet.", name -> Optional.empty());
        Scene scene = new Scene(view.node(), 980, 700);
        Theme.named("dark", Theme.all(folder)).apply(scene);
        stage.setScene(scene);
        stage.show();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] begun = new long[2];
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                begun[0] = System.nanoTime();
                begun[1] = threads.getCurrentThreadCpuTime();
            }
        }.start();
        scene.addPostLayoutPulseListener(() -> {
            work[count % work.length] = threads.getCurrentThreadCpuTime() - begun[1];
            frames[count++ % frames.length] = System.nanoTime() - begun[0];
        });
    }

    private static Distro distro() throws IOException {
        Path root = Files.createDirectories(folder.resolve("root/flood"));
        Files.writeString(root.resolve("flood.spec"), """
                Name: flood
                Version: 1
                Release: 1
                Summary: Writes much
                License: MIT
                %%description
                Writes much.
                %%build
                awk 'BEGIN { for (i = 1; i <= %d; i++) print "warning: line " i " of many" }'
                %%files
                """.formatted(LINES));
        Files.writeString(folder.resolve("root/azldev.toml"), """
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                [components.flood.spec]
                type = "local"
                path = "flood/flood.spec"
                """);
        return new DistroLoader().load(new DiskTree(folder.resolve("root")));
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void everyLineIsThereAndTheEndIsShown(FxRobot robot) throws Exception {
        Tools.needed();
        BuildRequest request = new BuildRequest(
                distro(), new BuildTarget.OfComponents(List.of("flood")), Level.V3, Optional.empty(), EngineKind.LOCAL);
        long before = heap();
        BuildSession session = BuildSession.start(request, new UiTest.Answers(), new BuildStore(folder.resolve("b")));
        robot.interact(() -> {
            view.show(session);
            count = 0;
        });
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> !session.isRunning());
        assertThat(Objects.requireNonNull(session.stateProperty().get().result())
                        .outcome())
                .isEqualTo(Outcome.SUCCEEDED);
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
