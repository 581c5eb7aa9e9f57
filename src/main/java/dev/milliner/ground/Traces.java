package dev.milliner.ground;

import java.util.HashSet;
import java.util.Set;

/** The trace of an exception as text, for a log and for whoever asks for details. */
public final class Traces {
    private Traces() {}

    /** The exception, where it came from, and its causes. */
    public static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> seen = new HashSet<>();
        for (Throwable at = failure; at != null && seen.add(at); at = at.getCause()) {
            text.append(text.isEmpty() ? "" : "Caused by: ").append(at).append('\n');
            for (StackTraceElement element : at.getStackTrace()) {
                text.append("    at ").append(element).append('\n');
            }
        }
        return text.toString();
    }
}
