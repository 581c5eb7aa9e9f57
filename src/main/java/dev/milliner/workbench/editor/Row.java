package dev.milliner.workbench.editor;

import java.util.Comparator;

/**
 * A row of the view: a line of the text, or a part of it where it is wrapped.
 *
 * @param line the line, from 0
 * @param index which of its rows it is, from 0
 */
record Row(int line, int index) implements Comparable<Row> {
    private static final Comparator<Row> ORDER =
            Comparator.comparingInt(Row::line).thenComparingInt(Row::index);

    @Override
    public int compareTo(Row other) {
        return ORDER.compare(this, other);
    }
}
