package dev.milliner.ground;

import java.util.concurrent.locks.LockSupport;

/**
 * Hears a tool no faster than some 120,000 lines a second. A pipe that is not read makes the tool wait; a flood would
 * else take all processors, and the screen's thread has to wait for its turn.
 *
 * @see RunningTool
 */
final class PacedReader implements ToolReader {
    private static final long WINDOW_NANOS = 10_000_000;
    private static final int MOST_LINES = 1_200;

    private final ToolReader reader;
    private long began = System.nanoTime();
    private int lines;

    PacedReader(ToolReader reader) {
        this.reader = reader;
    }

    @Override
    public void line(String text) {
        lines++;
        reader.line(text);
    }

    /** Waits where there were more lines than are heard in a while. Called when those that came at once are heard. */
    void pause() {
        long passed = System.nanoTime() - began;
        if (lines >= MOST_LINES && passed < WINDOW_NANOS) {
            LockSupport.parkNanos(WINDOW_NANOS - passed);
        }
        if (lines >= MOST_LINES || passed >= WINDOW_NANOS) {
            began = System.nanoTime();
            lines = 0;
        }
    }
}
