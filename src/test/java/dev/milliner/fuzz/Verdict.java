package dev.milliner.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of an input.
 *
 * @param failure what it failed with
 * @param told whether that is the format's own failure
 * @param nanos how long it took
 * @param bytes how much memory it took in all
 */
record Verdict(@Nullable Throwable failure, boolean told, long nanos, long bytes) {
    /** Far more than any reader needs for an input of a MiB at most. */
    private static final long MOST_BYTES = 768L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final StackTraceElement NOWHERE = new StackTraceElement("", "", "", -1);

    static Verdict of(ReaderFuzz reader, byte[] input) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        Throwable failure = null;
        try {
            reader.read(input.clone());
        } catch (Throwable any) {
            failure = any;
        }
        long nanos = System.nanoTime() - start;
        boolean told = failure instanceof Exception exception && reader.isTold(exception);
        return new Verdict(failure, told, nanos, THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }

    /** What is wrong, the same words for the same fault; empty where nothing is. */
    String fault(double longest) {
        if (failure != null && !told) {
            return failure.getClass().getName() + " at " + place(failure);
        }
        if (nanos > longest * 1e9) {
            return "It takes longer than " + longest + " s";
        }
        return bytes > MOST_BYTES ? "It takes more than " + (MOST_BYTES >> 20) + " MiB" : "";
    }

    /** Where the reader went, as far as its failure tells. */
    String way() {
        return failure == null ? "" : failure.getClass().getSimpleName() + place(failure);
    }

    /** The first few places of a failure that nobody told. */
    String trace() {
        return failure == null || told
                ? ""
                : Stream.concat(
                                Stream.of("\n    " + failure),
                                Stream.of(failure.getStackTrace()).limit(12).map(frame -> "\n      " + frame))
                        .reduce("", String::concat);
    }

    /** What threw it first, as it may be wrapped. */
    private static String place(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return Stream.of(first.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.milliner."))
                .findFirst()
                .orElse(NOWHERE)
                .toString();
    }
}
