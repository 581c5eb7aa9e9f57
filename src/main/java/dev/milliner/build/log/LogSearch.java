package dev.milliner.build.log;

import java.io.IOException;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Finds every line of a log that has a text in it, in any case; goes on where it stopped when the log has grown. */
public final class LogSearch {
    private final LogIndex index;
    private final String wanted;
    private final LineNumbers found = new LineNumbers();
    private int searched;

    /** Starts a search; {@link #go} does the work. */
    public LogSearch(LogIndex index, String wanted) {
        this.index = index;
        this.wanted = wanted.toLowerCase(Locale.ROOT);
    }

    /**
     * Searches what has not been searched yet.
     *
     * @param cancelled asked between blocks
     * @throws IOException when the file cannot be read
     */
    public synchronized void go(BooleanSupplier cancelled) throws IOException {
        int lines = index.lines();
        while (searched < lines && !wanted.isEmpty() && !cancelled.getAsBoolean()) {
            for (LoggedLine line : index.block(searched / LogIndex.BLOCK)) {
                if (line.number() > searched) {
                    if (AnsiText.plain(line.text()).toLowerCase(Locale.ROOT).contains(wanted)) {
                        found.add(line.number());
                    }
                    searched = line.number();
                }
            }
        }
    }

    /** What is searched for, in lower case. */
    public String wanted() {
        return wanted;
    }

    /** How many lines were found so far. */
    public int count() {
        return found.count();
    }

    /** The next line found after a line, going round; 0 where there is none. */
    public int next(int line) {
        return found.after(line);
    }

    /** The last line found before a line, going round; 0 where there is none. */
    public int previous(int line) {
        return found.before(line);
    }

    /** Which of the lines found a line is, from 1; 0 where it is none. */
    public int place(int line) {
        return found.place(line);
    }
}
