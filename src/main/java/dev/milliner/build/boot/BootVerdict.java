package dev.milliner.build.boot;

import java.time.Duration;

/**
 * Whether a machine started as it should.
 *
 * @param outcome what became of it
 * @param reason why, in a sentence
 * @param line the console's line that shows it, or empty
 * @param duration from its start
 */
public record BootVerdict(Outcome outcome, String reason, String line, Duration duration) {
    /** What became of a machine. */
    public enum Outcome {
        /** It wrote the marker. */
        SUCCEEDED,
        /** It did not write the marker in time. */
        MARKER_NOT_SEEN,
        /** A program died of an instruction that the processor lacks, and the marker did not come. */
        ILLEGAL_INSTRUCTION,
        /** Its kernel gave up. */
        KERNEL_PANIC,
        /** It ended, or never began, without the marker. */
        ENDED
    }

    /** Tells whether the marker came. */
    public boolean succeeded() {
        return outcome == Outcome.SUCCEEDED;
    }
}
