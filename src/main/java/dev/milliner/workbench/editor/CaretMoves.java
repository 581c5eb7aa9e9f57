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

    /** So many lines down, as near to a place in the line as there is one. */
    static int down(EditorArea area, int place, int by, double x) {
        int line = area.lines()
                .hidden()
                .below(area.lineOf(place), by, area.getParagraphs().size());
        return area.startOf(line) + area.lines().metrics().column(area.text(line), x);
    }

    /** How far a place is from the start of its line, in pixels. */
    static double x(EditorArea area, int place) {
        int line = area.lineOf(place);
        return area.lines().metrics().width(area.text(line).substring(0, place - area.startOf(line)));
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
