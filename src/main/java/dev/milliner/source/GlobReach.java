package dev.milliner.source;

import java.util.ArrayList;
import java.util.List;

/**
 * How much the globs of one load may look through. Links can make a small tree endless, and a glob may start at the
 * root of the disk. Not for use by several threads.
 */
public final class GlobReach {
    /** The most files and folders that one glob may look at. */
    static final int MOST_OF_ONE = 100_000;

    /** The most that it may look at outside of the tree, where folders are large and the disk is slow. */
    static final int MOST_OUTSIDE = 25_000;

    /** The most that all globs together may look at. */
    static final int MOST_OF_ALL = 400_000;

    private final List<Circle> circles = new ArrayList<>();
    private int one;
    private int outside;
    private int all;

    /**
     * A link to a folder that it lies in.
     *
     * @param link its path, absolute
     * @param folder the folder's real path
     */
    public record Circle(String link, String folder) {}

    /** The links to folders that they lie in which the latest glob came upon, and did not follow. */
    public List<Circle> circles() {
        return List.copyOf(circles);
    }

    /** Begins with another glob. */
    void begin() {
        circles.clear();
        one = 0;
        outside = 0;
    }

    void circle(String link, String folder) {
        circles.add(new Circle(link, folder));
    }

    /** Counts what is looked at. */
    void look(int entries, boolean inTree) throws GlobTooWideException {
        one += entries;
        all += entries;
        outside += inTree ? 0 : entries;
        within(outside, MOST_OUTSIDE);
        within(one, MOST_OF_ONE);
        within(all, MOST_OF_ALL);
    }

    private static void within(int looked, int most) throws GlobTooWideException {
        if (looked > most) {
            throw new GlobTooWideException(most);
        }
    }
}
