package dev.milliner.commit;

import dev.milliner.overlay.Hunk;
import java.util.List;
import java.util.Set;

/**
 * The lines of a file that differ from the last commit.
 *
 * @param path relative to the repository's work tree
 * @param before its lines in the last commit, with their ends
 * @param after its lines on the disk, as git would keep them
 * @param hunks where they differ, from top to bottom; none where it is binary, too large or no plain file
 * @param staged the numbers of the hunks that go into the next commit, from 0
 * @param isStagedOtherwise whether what is staged is neither, nor some of the hunks: it was edited after it was staged
 */
public record PendingText(
        String path,
        List<String> before,
        List<String> after,
        List<Hunk> hunks,
        Set<Integer> staged,
        boolean isStagedOtherwise) {
    /** The lines that a hunk removes. */
    public List<String> removed(Hunk hunk) {
        return before.subList(hunk.beforeStart(), hunk.beforeEnd());
    }

    /** The lines that a hunk adds. */
    public List<String> added(Hunk hunk) {
        return after.subList(hunk.afterStart(), hunk.afterEnd());
    }
}
