package dev.milliner.build.explain;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines around the one that is looked at. Of a log of any length no more are in memory. */
final class LogWindow {
    /** How many lines behind the one that is looked at are known. */
    static final int AHEAD = 60;

    private static final int SIZE = 256;

    private final @Nullable LogLine[] lines = new LogLine[SIZE];
    private final Consumer<LogLine> reader;
    private long last;

    LogWindow(Consumer<LogLine> reader) {
        this.reader = reader;
    }

    /** Takes the next line; the one {@link #AHEAD} lines before it is looked at. */
    void add(LogLine line) {
        lines[(int) (line.number() % SIZE)] = line;
        last = line.number();
        look(last - AHEAD);
    }

    /** Looks at what is left. */
    void end() {
        for (long number = Math.max(1, last - AHEAD + 1); number <= last; number++) {
            look(number);
        }
    }

    /** A line's text, or null where it is not known any more or not there. */
    @Nullable
    String text(long number) {
        if (number < 1 || number > last || number <= last - SIZE) {
            return null;
        }
        LogLine line = lines[(int) (number % SIZE)];
        return line == null ? null : line.text();
    }

    long last() {
        return last;
    }

    private void look(long number) {
        if (number >= 1) {
            LogLine line = lines[(int) (number % SIZE)];
            if (line != null) {
                reader.accept(line);
            }
        }
    }
}
