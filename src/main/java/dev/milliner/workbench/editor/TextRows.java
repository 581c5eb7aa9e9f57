package dev.milliner.workbench.editor;

/** Which rows a text has where some lines are folded away and some are wrapped. */
final class TextRows {
    static final TextRows PLAIN = new TextRows(HiddenLines.NONE, WrappedLines.NONE);

    private final HiddenLines hidden;
    private final WrappedLines wrapped;
    /** How many rows wrapping adds above each wrapped line; one more, of all of them, at the end. */
    private final int[] added;

    TextRows(HiddenLines hidden, WrappedLines wrapped) {
        this.hidden = hidden;
        this.wrapped = wrapped;
        added = new int[wrapped.size() + 1];
        for (int i = 0; i < wrapped.size(); i++) {
            int line = wrapped.line(i);
            added[i + 1] = added[i] + (hidden.hides(line) ? 0 : wrapped.breaks(line).length);
        }
    }

    HiddenLines hidden() {
        return hidden;
    }

    WrappedLines wrapped() {
        return wrapped;
    }

    /** How many rows there are in a text of so many lines. */
    int count(int lines) {
        return hidden.rows(lines) + added[wrapped.size()];
    }

    /** The first row of a line; of a hidden one the last of the line behind which it is folded. */
    int first(int line) {
        return hidden.row(line) + added[wrapped.from(line)];
    }

    /** The row at a place among all, from 0. */
    Row at(int row) {
        int low = 0;
        int high = wrapped.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first(wrapped.line(middle)) <= row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // Those that are folded away with it stand in its last row and have none of their own.
        while (low > 0 && hidden.hides(wrapped.line(low - 1))) {
            low--;
        }
        int line = low == 0 ? 0 : wrapped.line(low - 1);
        int within = row - first(line);
        boolean isWithin = low > 0 && within <= wrapped.breaks(line).length;
        return isWithin ? new Row(line, within) : new Row(hidden.line(row - added[low]), 0);
    }
}
