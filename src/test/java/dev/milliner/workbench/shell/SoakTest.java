package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Random;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Uses the whole window at random, and holds that nothing fails, nothing is lost, and nothing grows. How to have it do so for an
 * hour, on another tree, or on a real display says {@code CONTRIBUTING.md}.
 */
@ExtendWith(ApplicationExtension.class)
class SoakTest {
    private static final double MINUTES = Double.parseDouble(System.getProperty("milliner.soak", "0"));
    private static final long SEED = Long.getLong("milliner.seed", 1);
    /** So many steps a run without a time takes. */
    private static final int STEPS = Integer.getInteger("milliner.steps", 45);
    /** After so many steps all is closed and counted. */
    private static final int ROUND = MINUTES > 0 ? 250 : STEPS / 3;
    /** The steps of an earlier run, to be done again. */
    private static final @Nullable String REPLAY = System.getProperty("milliner.soak.replay");
    /** Where the heap is written at the end. */
    private static final @Nullable String DUMP = System.getProperty("milliner.soak.dump");

    @TempDir
    Path folder;

    private final List<SoakCount> counts = new ArrayList<>();
    private final SoakCount atFirst = SoakCount.now();
    private long begin;

    /** TestFX remembers every event of its own window, and by it what the window showed; so others are opened. */
    @Start
    void start(Stage unused) {}

    @Test
    void randomUseBreaksNothingLosesNothingAndLeavesNothing() throws IOException {
        Files.createDirectories(Path.of("target/soak"));
        try (SoakWatch watch = new SoakWatch(Path.of("target/soak/steps-" + SEED + ".txt"), SEED);
                SoakWindow window = new SoakWindow(folder, SoakTree.copy(folder), new Random(SEED))) {
            Monkey monkey = new Monkey(window, watch);
            PrimitiveIterator.OfLong seeds = seeds();
            begin = System.nanoTime();
            do {
                round(window, monkey, seeds, watch);
            } while (seeds.hasNext() && goesOn(monkey));
            watch.tellLong();
            counts.getLast().tellGrowth(counts.getFirst(), watch);
            dump();
            assertThat(counts.getLast().tooMuch(atFirst, counts.getFirst()))
                    .as("what a closed window leaves, seed " + SEED)
                    .isEmpty();
        }
    }

    private static PrimitiveIterator.OfLong seeds() throws IOException {
        if (REPLAY == null) {
            return new Random(SEED).longs().iterator();
        }
        return Files.readAllLines(Path.of(REPLAY)).stream()
                .filter(line -> !line.startsWith("#"))
                .mapToLong(line -> Long.parseLong(line.split(" ", -1)[1]))
                .iterator();
    }

    private void round(SoakWindow window, Monkey monkey, PrimitiveIterator.OfLong seeds, SoakWatch watch)
            throws IOException {
        window.open();
        for (int i = 0; i < ROUND && seeds.hasNext(); i++) {
            monkey.step(seeds.nextLong());
        }
        window.leave();
        watch.check();
        SoakCount count = SoakCount.settled(atFirst, counts.isEmpty() ? null : counts.getFirst());
        counts.add(count);
        watch.say("after " + monkey.steps() + " steps: " + count);
    }

    private boolean goesOn(Monkey monkey) {
        return MINUTES > 0
                ? System.nanoTime() - begin
                        < Duration.ofSeconds((long) (MINUTES * 60)).toNanos()
                : REPLAY != null || monkey.steps() < STEPS;
    }

    private static void dump() throws IOException {
        if (DUMP != null) {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(DUMP, true);
        }
    }
}
