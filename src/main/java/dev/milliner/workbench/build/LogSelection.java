package dev.milliner.workbench.build;

/**
 * The rows of a log that are selected, all next to each other.
 *
 * @param anchor the row that the selection began at, from 0; -1 for none
 * @param lead the row that it reaches to, from 0; -1 for none
 */
record LogSelection(int anchor, int lead) {
    static final LogSelection NONE = new LogSelection(-1, -1);

    static LogSelection of(int row) {
        return new LogSelection(row, row);
    }

    /** Begins at the same row and reaches to another. */
    LogSelection to(int row) {
        return new LogSelection(anchor < 0 ? row : anchor, row);
    }

    boolean isEmpty() {
        return lead < 0;
    }

    int first() {
        return Math.min(anchor, lead);
    }

    int last() {
        return Math.max(anchor, lead);
    }

    boolean contains(int row) {
        return !isEmpty() && row >= first() && row <= last();
    }
}
