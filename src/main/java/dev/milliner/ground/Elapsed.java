package dev.milliner.ground;

import java.time.Duration;
import java.time.Instant;

/**
 * Time that passes while this process runs, whatever the host's clock is set to meanwhile.
 *
 * @param nanos what the system's steady clock said when it began
 */
public record Elapsed(long nanos) {
    /** From now on. */
    public static Elapsed fromNow() {
        return new Elapsed(System.nanoTime());
    }

    /** How long ago it began; never negative. */
    public Duration time() {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** How long ago a moment is that another process may have noted; none where the clock was set back since. */
    public static Duration since(Instant moment) {
        return between(moment, Instant.now());
    }

    /** How long it is from one moment to another; none where the clock was set back between them. */
    public static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }
}
