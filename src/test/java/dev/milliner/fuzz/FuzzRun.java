package dev.milliner.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;

/** Gives a reader damaged inputs, and writes down those that it does not bear. */
final class FuzzRun {
    /** So much later an input is given up. */
    private static final long HANGING = 30_000;
    /** Seconds that an input may take. */
    private static final double LONGEST = 5;
    /** More faults than this are mostly one. */
    private static final int MOST_FAULTS = 20;
    /** So many inputs that led somewhere new are damaged further. */
    private static final int MOST_KEPT = 400;

    private static final Path FOUND = Path.of("target/fuzz");

    private final ReaderFuzz reader;
    private final String name;
    private final long seed;
    private final AtomicReference<Current> current = new AtomicReference<>();
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Set<String> outcomes = new HashSet<>();
    private long done;
    private long told;
    private long slowest;

    /** What is read now, and since when. */
    @SuppressWarnings("ArrayRecordComponent") // compared with nothing
    private record Current(byte[] input, long since) {}

    FuzzRun(ReaderFuzz reader, long seed) {
        this.reader = reader;
        this.name = reader.getClass().getSimpleName();
        this.seed = seed;
    }

    /** Runs on a thread of its own, as a reader that hangs cannot be stopped; fails where there is any fault. */
    void run(long count) throws Exception {
        AtomicReference<Throwable> broken = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().daemon().name("fuzz").start(() -> {
            try {
                read(count);
            } catch (Throwable failure) {
                broken.set(failure);
            }
        });
        while (!thread.join(java.time.Duration.ofMillis(200))) {
            Current now = current.get();
            if (now != null && System.nanoTime() - now.since() > HANGING * 1_000_000) {
                AssertionError hanging = new AssertionError(name + " hangs on " + written(now.input()));
                hanging.setStackTrace(thread.getStackTrace());
                throw hanging;
            }
        }
        if (broken.get() != null) {
            throw new AssertionError(name + " could not be run", broken.get());
        }
        System.out.printf(
                "%s: %d inputs from seed %d, %d told, %d ways, slowest %d ms, %d faults%n",
                name, done, seed, told, outcomes.size(), slowest / 1_000_000, faults.size());
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    name + " from seed " + seed + " does not bear:\n" + String.join("\n", faults.values()));
        }
    }

    private void read(long count) throws Exception {
        List<byte[]> seeds = new ArrayList<>(reader.allSeeds());
        for (byte[] sound : seeds) {
            examine(sound);
        }
        if (told == done) {
            throw new AssertionError("None of its seeds is read.");
        }
        Mutator mutator = new Mutator(seeds, reader.words());
        int kept = 0;
        for (long number = 0; number < count && faults.size() < MOST_FAULTS; number++) {
            byte[] input = mutator.next(new SplittableRandom(seed * 1_000_003 + number));
            if (outcomes.add(examine(input)) && kept < MOST_KEPT) {
                mutator.keep(input);
                kept++;
            }
        }
    }

    /** Where an input led. */
    private String examine(byte[] input) throws IOException {
        current.set(new Current(input.clone(), System.nanoTime()));
        Verdict verdict = Verdict.of(reader, input);
        slowest = Math.max(slowest, verdict.nanos());
        done++;
        told += verdict.told() ? 1 : 0;
        String fault = verdict.fault(LONGEST);
        // A machine that does other work meanwhile is no fault of the reader.
        if (!fault.isEmpty() && verdict.failure() == null) {
            fault = Verdict.of(reader, input).fault(LONGEST);
        }
        current.set(null);
        if (!fault.isEmpty() && !faults.containsKey(fault)) {
            faults.put(
                    fault, fault + "\n    " + written(Shrinking.of(reader, input, fault, LONGEST)) + verdict.trace());
        }
        return verdict.way();
    }

    private Path written(byte[] input) throws IOException {
        Files.createDirectories(FOUND);
        String digest = dev.milliner.ground.Digests.of(dev.milliner.ground.Digests.sha256(), input);
        return Files.write(FOUND.resolve(name + "-" + digest.substring(0, 12)), input);
    }
}
