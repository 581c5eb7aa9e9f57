package dev.milliner.overlay;

/**
 * A stretch of lines that differs. Lines count from 0, ends are exclusive; an empty side means that lines were only
 * added or only removed.
 *
 * @param beforeStart first line of the stretch before
 * @param beforeEnd line after it
 * @param afterStart first line of the stretch after
 * @param afterEnd line after it
 */
public record Hunk(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {
    /** The same, so many lines further down. */
    Hunk moved(int by) {
        return new Hunk(beforeStart + by, beforeEnd + by, afterStart + by, afterEnd + by);
    }

    /** How many lines it removed. */
    public int removed() {
        return beforeEnd - beforeStart;
    }

    /** How many lines it added. */
    public int added() {
        return afterEnd - afterStart;
    }
}
