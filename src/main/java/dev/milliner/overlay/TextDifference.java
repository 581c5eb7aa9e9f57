package dev.milliner.overlay;

import dev.milliner.spec.ByteText;
import dev.milliner.spec.ListDifference;
import dev.milliner.spec.Spec;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The lines in which two files differ, by JGit's histogram, whose hunks are those a reader would draw. */
public final class TextDifference {
    private TextDifference() {}

    /** Compares two files line by line; no hunks where either is binary. */
    static List<Hunk> between(SourceFile before, SourceFile after) {
        Optional<Spec> old = before.lines();
        Optional<Spec> now = after.lines();
        return old.isPresent() && now.isPresent()
                ? between(old.get().lines(), now.get().lines())
                : between(before.bytes(), after.bytes(), false);
    }

    /** What both share at their ends is left out first, as JGit does itself, but without reading all of both. */
    private static List<Hunk> between(List<String> before, List<String> after) {
        int start = ListDifference.sharedStart(before, after);
        int end = ListDifference.sharedEnd(before, after, start);
        List<Hunk> hunks = between(
                bytes(before.subList(start, before.size() - end)),
                bytes(after.subList(start, after.size() - end)),
                false);
        return hunks.stream().map(hunk -> hunk.moved(start)).toList();
    }

    private static byte[] bytes(List<String> lines) {
        return ByteText.encode(new Spec(lines).text());
    }

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
