package dev.milliner.workbench.editor;

import java.util.function.ToIntFunction;

/** Where keys lead from a place of a text, and what they delete there. */
final class CaretMoves {
    private CaretMoves() {}

    /** One character to the left; a line break counts as one, a pair of surrogates too. */
    static int left(EditorArea area, int place) {
        int line = area.lineOf(place);
        int column = place - area.startOf(line);
        return column == 0
                ? Math.max(0, place - 1)
                : area.startOf(line) + area.text(line).offsetByCodePoints(column, -1);
    }

    /** One character to the right. */
    static int right(EditorArea area, int place) {
        int line = area.lineOf(place);
        int column = place - area.startOf(line);
        String text = area.text(line);
        return column >= text.length()
                ? Math.min(area.getLength(), place + 1)
                : area.startOf(line) + text.offsetByCodePoints(column, 1);
    }

    /** So many rows down, as near to a place in the row as there is one. */
    static int down(EditorArea area, int place, int by, double x) {
        AreaRows rows = area.lines().rows();
        int row = Math.clamp(rows.of(place) + (long) by, 0, rows.count() - 1);
        LinePart part = rows.part(rows.at(row));
        return area.startOf(part.line()) + part.column(x, area.lines().metrics());
    }

    /** How far a place is from where lines start, in pixels. */
    static double x(EditorArea area, int place) {
        LinePart part = area.lines().rows().partOf(place);
        return part.x(place - area.startOf(part.line()), area.lines().metrics());
    }

    /** To the start of the row; where that is the line's, or from there, to the first letter of the line, and from there to its very start. */
    static int home(EditorArea area, int place) {
        LinePart part = area.lines().rows().partOf(place);
        int line = area.startOf(part.line());
        if (!part.isFirst() && place != line + part.start()) {
            return line + part.start();
        }
        int letter = line + Indent.of(part.text(), Integer.MAX_VALUE).length();
        return place == letter ? line : letter;
    }

    /** To the end of the row, and from there to that of the line. */
    static int end(EditorArea area, int place) {
        LinePart part = area.lines().rows().partOf(place);
        int line = area.startOf(part.line());
        int end = line + part.lastColumn();
        return place == end ? line + part.text().length() : end;
    }

    /** A caret that goes elsewhere; without selecting it goes to the nearer end of what is selected, by a step to the side. */
    static Caret aside(Caret caret, boolean selecting, boolean right, ToIntFunction<Integer> step) {
        if (caret.selects() && !selecting) {
            return Caret.at(right ? caret.end() : caret.start());
        }
        return caret.to(step.applyAsInt(caret.at()), selecting);
    }

    /** Takes away what is selected, or the character before the caret. */
    static CaretEdit deleteBefore(EditorArea area, Caret caret) {
        int start = caret.selects() ? caret.start() : left(area, caret.at());
        return CaretEdit.replace(start, caret.end(), "");
    }

    /** Takes away what is selected, or the character behind the caret. */
    static CaretEdit deleteBehind(EditorArea area, Caret caret) {
        int end = caret.selects() ? caret.end() : right(area, caret.at());
        return CaretEdit.replace(caret.start(), end, "");
    }
}
