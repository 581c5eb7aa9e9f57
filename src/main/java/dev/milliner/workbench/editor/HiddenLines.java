package dev.milliner.workbench.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which lines of a text are folded away, and so in which row of the view each other one stands. Lines and rows count from 0. */
final class HiddenLines {
    static final HiddenLines NONE = new HiddenLines(List.of());

    /** The first and last line of each stretch that is hidden; no two of them meet. */
    private final int[] first;

    private final int[] last;
    /** How many lines are hidden before each stretch; one more, of all of them, at the end. */
    private final int[] before;

    /** Folds may lie within each other. */
    HiddenLines(List<Fold> folds) {
        List<Fold> apart = new ArrayList<>();
        for (Fold fold :
                folds.stream().sorted(Comparator.comparingInt(Fold::first)).toList()) {
            Fold behind = apart.isEmpty() ? null : apart.getLast();
            if (behind == null || behind.last() < fold.first()) {
                apart.add(fold);
            } else {
                apart.set(apart.size() - 1, new Fold(behind.first(), Math.max(behind.last(), fold.last())));
            }
        }
        first = apart.stream().mapToInt(fold -> fold.first() + 1).toArray();
        last = apart.stream().mapToInt(Fold::last).toArray();
        before = new int[first.length + 1];
        for (int i = 0; i < first.length; i++) {
            before[i + 1] = before[i] + last[i] - first[i] + 1;
        }
    }

    boolean isEmpty() {
        return first.length == 0;
    }

    /** The last stretch that begins at or above a line; -1 for none. */
    private int stretch(int line) {
        int found = Arrays.binarySearch(first, line);
        return found >= 0 ? found : -found - 2;
    }

    /** Tells whether a line is hidden. */
    boolean hides(int line) {
        int at = stretch(line);
        return at >= 0 && line <= last[at];
    }

    /** The row of a line; of a hidden one that of the line behind which it is folded. */
    int row(int line) {
        int at = stretch(line);
        if (at < 0) {
            return line;
        }
        return line <= last[at] ? first[at] - 1 - before[at] : line - before[at + 1];
    }

    /** The line in a row. */
    int line(int row) {
        int low = 0;
        int high = first.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first[middle] - before[middle] <= row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return row + before[low];
    }

    /** How many rows a text of so many lines has. */
    int rows(int lines) {
        return lines - before[first.length];
    }
}
