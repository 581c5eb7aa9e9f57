package dev.milliner.build.evaluate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How much a spec may take to be read.
 *
 * @param patience how long, by the clock
 * @param processor how many seconds of a processor each of its processes may use
 * @param memory how much memory each of them may use, in bytes
 * @param files how much it may write into each place of its own, in bytes
 * @param processes how many processes it may have at once
 * @param output how much it may print, in bytes
 */
public record EvaluationLimits(Duration patience, int processor, long memory, long files, int processes, int output) {
    /** What the longest of real specs does not come near. */
    public static final EvaluationLimits USUAL =
            new EvaluationLimits(Duration.ofSeconds(20), 15, 512L << 20, 64L << 20, 64, 16 << 20);

    /** How much later it ends by itself than this program would end it. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Addresses cost nothing by themselves, and language runtimes ask for many. */
    private static final int ADDRESSES = 8;

    /** A command kept to them, as far as the system's own limits go. */
    List<String> around(List<String> command) {
        // A session of its own has no terminal to command. Should this program be killed, nobody else would end it.
        List<String> words = new ArrayList<>(List.of(
                "setsid",
                "--wait",
                "timeout",
                "--signal=KILL",
                String.valueOf(patience.plus(GRACE).toSeconds()),
                "prlimit",
                "--cpu=" + processor,
                "--data=" + memory,
                "--as=" + memory * ADDRESSES,
                "--fsize=" + files,
                "--nproc=" + processes,
                "--core=0",
                "--"));
        words.addAll(command);
        return words;
    }
}
