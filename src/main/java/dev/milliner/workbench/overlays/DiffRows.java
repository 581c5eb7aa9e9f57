package dev.milliner.workbench.overlays;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.TextDifference;
import dev.milliner.spec.Spec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Makes the rows of a difference: changed lines side by side, a little of what surrounds them, the rest folded. */
final class DiffRows {
    private static final int CONTEXT = 3;
    private static final byte[] NOTHING = {};

    private final List<String> left;
    private final List<String> right;
    private final IntUnaryOperator overlayOfLine;
    private final List<DiffRow> rows = new ArrayList<>();

    private DiffRows(List<String> left, List<String> right, IntUnaryOperator overlayOfLine) {
        this.left = left;
        this.right = right;
        this.overlayOfLine = overlayOfLine;
    }

    /**
     * Makes the rows of one file.
     *
     * @param change the file before and after
     * @param ignoreWhitespace whether lines that differ in white space alone count as the same
     * @param overlayOfLine the number of the overlay behind a line of the right side, from 0; 0 for none
     * @param removedBy the number of the overlay to name at lines that were only removed, or 0
     */
    static List<DiffRow> of(
            FileChange change, boolean ignoreWhitespace, IntUnaryOperator overlayOfLine, int removedBy) {
        List<Hunk> hunks = ignoreWhitespace
                ? TextDifference.between(bytes(change.before()), bytes(change.after()), true)
                : change.hunks();
        return new DiffRows(lines(change.before()), lines(change.after()), overlayOfLine).make(hunks, removedBy);
    }

    private static byte[] bytes(Optional<SourceFile> file) {
        return file.map(SourceFile::bytes).orElse(NOTHING);
    }

    /** Those of a spec are known already. */
    private static List<String> lines(Optional<SourceFile> file) {
        return file.flatMap(SourceFile::lines).map(Spec::lines).orElseGet(() -> lines(bytes(file)));
    }

    private static List<String> lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return List.of();
        }
        return List.of((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
    }

    private List<DiffRow> make(List<Hunk> hunks, int removedBy) {
        int at = 0;
        int shift = 0;
        for (Hunk hunk : hunks) {
            same(at, hunk.beforeStart(), shift, at > 0, true);
            changed(hunk, removedBy);
            at = hunk.beforeEnd();
            shift = hunk.afterEnd() - hunk.beforeEnd();
        }
        same(at, left.size(), shift, at > 0, false);
        return rows;
    }

    private void same(int from, int to, int shift, boolean afterChange, boolean beforeChange) {
        int headEnd = Math.min(to, from + (afterChange ? CONTEXT : 0));
        int tailStart = Math.max(headEnd, to - (beforeChange ? CONTEXT : 0));
        add(from, headEnd, shift);
        if (tailStart - headEnd > 1) {
            rows.add(new DiffRow.Fold(headEnd, tailStart));
        } else {
            add(headEnd, tailStart, shift);
        }
        add(tailStart, to, shift);
    }

    private void add(int from, int to, int shift) {
        for (int i = from; i < to; i++) {
            rows.add(same(i, i + shift));
        }
    }

    private DiffRow same(int leftLine, int rightLine) {
        return new DiffRow.Pair(side(left, leftLine), side(right, rightLine), false, 0);
    }

    private void changed(Hunk hunk, int removedBy) {
        int paired = Math.min(hunk.removed(), hunk.added());
        for (int i = 0; i < Math.max(hunk.removed(), hunk.added()); i++) {
            DiffRow.Side before = i < hunk.removed() ? side(left, hunk.beforeStart() + i) : null;
            DiffRow.Side after = i < hunk.added() ? side(right, hunk.afterStart() + i) : null;
            int overlay = after == null
                    ? (paired > 0 ? overlayOfLine.applyAsInt(hunk.afterStart() + paired - 1) : removedBy)
                    : overlayOfLine.applyAsInt(hunk.afterStart() + i);
            rows.add(new DiffRow.Pair(before, after, true, overlay));
        }
    }

    private static DiffRow.Side side(List<String> lines, int index) {
        return new DiffRow.Side(index + 1, index < lines.size() ? lines.get(index) : "");
    }
}
