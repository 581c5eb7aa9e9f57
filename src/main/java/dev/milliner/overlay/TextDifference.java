package dev.milliner.overlay;

import java.util.List;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The lines in which two files differ, by JGit's histogram, whose hunks are those a reader would draw. */
public final class TextDifference {
    private TextDifference() {}

    /**
     * Compares line by line.
     *
     * @param before a file's bytes
     * @param after the other's
     * @param ignoreWhitespace whether lines that differ in white space alone count as the same
     * @return the hunks from top to bottom; empty where either is binary
     */
    public static List<Hunk> between(byte[] before, byte[] after, boolean ignoreWhitespace) {
        if (RawText.isBinary(before) || RawText.isBinary(after)) {
            return List.of();
        }
        RawTextComparator comparator = ignoreWhitespace ? RawTextComparator.WS_IGNORE_ALL : RawTextComparator.DEFAULT;
        EditList edits = new HistogramDiff().diff(comparator, new RawText(before), new RawText(after));
        return edits.stream()
                .map(edit -> new Hunk(edit.getBeginA(), edit.getEndA(), edit.getBeginB(), edit.getEndB()))
                .toList();
    }
}
