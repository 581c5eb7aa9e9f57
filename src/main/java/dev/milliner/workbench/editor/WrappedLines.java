package dev.milliner.workbench.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Which lines of a text, counted from 0, stand in several rows, and where each of those begins. */
final class WrappedLines {
    static final WrappedLines NONE = new WrappedLines(List.of());

    private static final int[] ONE_ROW = {};

    private final List<Wrapped> all;

    private static final class Wrapped {
        private final int line;
        private final int[] breaks;

        private Wrapped(int line, int[] breaks) {
            this.line = line;
            this.breaks = breaks;
        }

        private boolean isSame(Wrapped other) {
            return line == other.line && Arrays.equals(breaks, other.breaks);
        }
    }

    private WrappedLines(List<Wrapped> all) {
        this.all = all;
    }

    /** Wraps all lines of a text. */
    static WrappedLines of(int lines, IntFunction<String> text, Wrap wrap) {
        return wrap.equals(Wrap.NONE) ? NONE : new WrappedLines(wrapped(0, lines - 1, text, wrap));
    }

    private static List<Wrapped> wrapped(int first, int last, IntFunction<String> text, Wrap wrap) {
        List<Wrapped> found = new ArrayList<>();
        for (int line = first; line <= last; line++) {
            int[] breaks = wrap.breaks(text.apply(line));
            if (breaks.length > 0) {
                found.add(new Wrapped(line, breaks));
            }
        }
        return found;
    }

    /**
     * The same after an edit; itself where all stays in its rows.
     *
     * @param first the line that was edited
     * @param removed how many lines behind it went
     * @param inserted how many came
     * @param text reads a line as it is now
     */
    WrappedLines edited(int first, int removed, int inserted, IntFunction<String> text, Wrap wrap) {
        int from = from(first);
        int to = from(first + removed + 1);
        List<Wrapped> now = wrapped(first, first + inserted, text, wrap);
        boolean isSame = removed == inserted && now.size() == to - from;
        for (int i = 0; isSame && i < now.size(); i++) {
            isSame = now.get(i).isSame(all.get(from + i));
        }
        if (isSame) {
            return this;
        }
        List<Wrapped> edited = new ArrayList<>(all.subList(0, from));
        edited.addAll(now);
        for (Wrapped behind : all.subList(to, all.size())) {
            edited.add(new Wrapped(behind.line + inserted - removed, behind.breaks));
        }
        return new WrappedLines(edited);
    }

    /** The first of them that is at or below a line. */
    int from(int line) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).line < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int size() {
        return all.size();
    }

    /** The line of one of them. */
    int line(int index) {
        return all.get(index).line;
    }

    /** The columns at which the rows of a line begin besides the first. */
    int[] breaks(int line) {
        int at = from(line);
        return at < all.size() && all.get(at).line == line ? all.get(at).breaks : ONE_ROW;
    }
}
