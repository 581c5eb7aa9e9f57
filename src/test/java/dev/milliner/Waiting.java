package dev.milliner;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do, of which nobody tells. */
public final class Waiting {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(10);

    private Waiting() {}

    /** Waits until something holds; bounded, so that a test that waits in vain fails. */
    public static void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }
}
