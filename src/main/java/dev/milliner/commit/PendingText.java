package dev.milliner.commit;

import dev.milliner.overlay.Hunk;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines of a file that differ from the last commit.
 *
 * @param path relative to the repository's work tree
 * @param before its lines in the last commit, with their ends
 * @param after its lines on the disk, as git would keep them
 * @param hunks where they differ, from top to bottom; none where it is binary, too large or no plain file
 * @param parts the hunks, divided into what can be staged apart
 * @param staged the numbers of the parts that go into the next commit, from 0
 * @param isStagedOtherwise whether what is staged is neither, nor some of the parts: it was edited after it was staged
 */
public record PendingText(
        String path,
        List<String> before,
        List<String> after,
        List<Hunk> hunks,
        List<Hunk> parts,
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

    /** The numbers of a hunk's parts. */
    public Set<Integer> partsOf(Hunk hunk) {
        Set<Integer> its = new TreeSet<>();
        for (int number = 0; number < parts.size(); number++) {
            Hunk part = parts.get(number);
            if (part.beforeStart() >= hunk.beforeStart()
                    && part.beforeEnd() <= hunk.beforeEnd()
                    && part.afterStart() >= hunk.afterStart()
                    && part.afterEnd() <= hunk.afterEnd()) {
                its.add(number);
            }
        }
        return its;
    }

    /** How much of some parts goes into the next commit. */
    public PendingFile.Staged staged(Set<Integer> some) {
        if (some.stream().noneMatch(staged::contains)) {
            return PendingFile.Staged.NONE;
        }
        return staged.containsAll(some) ? PendingFile.Staged.WHOLE : PendingFile.Staged.PART;
    }
}
