package dev.milliner.workbench.editor;

/**
 * What of a line stands in one row.
 *
 * @param line the line, from 0
 * @param text the line's text
 * @param start the column at which the row begins
 * @param end the column before which it ends
 * @param indent how many cells it is indented by, as a row that goes on
 */
record LinePart(int line, String text, int start, int end, int indent) {
    boolean isFirst() {
        return start == 0;
    }

    boolean isLast() {
        return end == text.length();
    }

    /** Tells whether a caret before a column stands in this row; where one row ends and the next begins it stands in the next. */
    boolean holds(int column) {
        return column >= start && (column < end || (isLast() && column == end));
    }

    /** Tells whether it shows anything of what stands from one column to before another. */
    boolean meets(int from, int to) {
        return from < to ? from < end && to > start : holds(Math.min(from, text.length()));
    }

    /** The last column at which a caret can stand in this row. */
    int lastColumn() {
        return isLast() ? end : text.offsetByCodePoints(end, -1);
    }

    /** Where a column is, from the text's left edge; the row's nearer end for one that is in another. */
    double x(int column, CodeMetrics metrics) {
        return indent * metrics.character() + metrics.width(text.substring(start, Math.clamp(column, start, end)));
    }

    /** The column that is nearest to a place, from the text's left edge. */
    int column(double x, CodeMetrics metrics) {
        int within = metrics.column(text.substring(start, end), x - indent * metrics.character());
        return Math.min(start + within, lastColumn());
    }
}
