package dev.milliner.workbench.editor;

import dev.milliner.text.TextEdit;

/** In which rows the lines of an area stand, as they are folded and wrapped. */
final class AreaRows {
    private final EditorArea area;
    private TextRows rows = TextRows.PLAIN;
    private Wrap wrap = Wrap.NONE;
    /** Of how many lines it is known how they are wrapped. */
    private int known;

    AreaRows(EditorArea area) {
        this.area = area;
    }

    HiddenLines hidden() {
        return rows.hidden();
    }

    /** Folds lines away. */
    void hide(HiddenLines now) {
        rows = new TextRows(now, rows.wrapped());
    }

    /** Tells whether lines are wrapped otherwise than they would be now. */
    boolean isWrappedBy(Wrap now) {
        return wrap.equals(now) && (wrap.equals(Wrap.NONE) || known == lines());
    }

    /** Wraps all lines anew. */
    void wrap(Wrap now) {
        wrap = now;
        known = lines();
        rows = new TextRows(rows.hidden(), WrappedLines.of(known, area::text, now));
    }

    /** Follows an edit of the text. */
    void edited(TextEdit edit) {
        if (wrap.equals(Wrap.NONE)) {
            return;
        }
        WrappedLines before = rows.wrapped();
        WrappedLines now =
                before.edited(edit.line() - 1, edit.removedBreaks(), edit.insertedBreaks(), area::text, wrap);
        known += edit.insertedBreaks() - edit.removedBreaks();
        if (!now.equals(before)) {
            rows = new TextRows(rows.hidden(), now);
        }
    }

    private int lines() {
        return area.getParagraphs().size();
    }

    int count() {
        return rows.count(lines());
    }

    /** The row at a place among all, from 0. */
    Row at(int row) {
        return rows.at(row);
    }

    /** Where a row stands among all. */
    int indexOf(Row row) {
        return rows.first(row.line()) + row.index();
    }

    /** The first row of a line. */
    int first(int line) {
        return rows.first(line);
    }

    /** The row in which a caret before a column of a line stands. */
    int of(int line, int column) {
        int[] breaks = rows.wrapped().breaks(line);
        int index = 0;
        while (index < breaks.length && breaks[index] <= column) {
            index++;
        }
        return rows.first(line) + (hidden().hides(line) ? 0 : index);
    }

    /** The row in which a caret at a place of the text stands. */
    int of(int place) {
        int line = area.lineOf(place);
        return of(line, place - area.startOf(line));
    }

    /** What stands in a row. */
    LinePart part(Row row) {
        String text = area.text(row.line());
        int[] breaks = rows.wrapped().breaks(row.line());
        int start = row.index() == 0 ? 0 : breaks[row.index() - 1];
        int end = row.index() == breaks.length ? text.length() : breaks[row.index()];
        return new LinePart(row.line(), text, start, end, start == 0 ? 0 : wrap.indent(text));
    }

    /** The row in which a caret at a place of the text stands, and what else stands in it. */
    LinePart partOf(int place) {
        return part(at(of(place)));
    }
}
