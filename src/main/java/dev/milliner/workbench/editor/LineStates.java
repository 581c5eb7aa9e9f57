package dev.milliner.workbench.editor;

import dev.milliner.text.LineLexer;
import java.util.Arrays;
import java.util.function.IntFunction;

/** The lexer's state before each line of a text, kept up to date from the edited line on until it settles. */
final class LineStates {
    private static final LineLexer.Tokens NOWHERE = (start, end, kind) -> {};

    private final LineLexer lexer;
    private int[] before = {LineLexer.START};
    private int count = 1;

    LineStates(LineLexer lexer) {
        this.lexer = lexer;
    }

    /** Lexes a whole text. */
    void reset(int lines, IntFunction<String> line) {
        before = new int[lines + lines / 8 + 16];
        count = lines;
        for (int i = 0; i + 1 < lines; i++) {
            before[i + 1] = lexer.lex(line.apply(i), before[i], NOWHERE);
        }
    }

    /** The state before a line, counted from 0. */
    int before(int line) {
        return line < count ? before[line] : LineLexer.START;
    }

    /**
     * Follows an edit.
     *
     * @param first the first line it touched, from 0
     * @param removedBreaks line breaks it removed
     * @param insertedBreaks line breaks it inserted
     * @param line reads a line of the text as it is now
     * @return the last line whose colours may have changed
     */
    int edit(int first, int removedBreaks, int insertedBreaks, IntFunction<String> line) {
        shift(first + 1 + removedBreaks, insertedBreaks - removedBreaks);
        int settledFrom = first + insertedBreaks;
        int at = first;
        while (at + 1 < count) {
            int after = lexer.lex(line.apply(at), before[at], NOWHERE);
            if (at >= settledFrom && before[at + 1] == after) {
                return at;
            }
            before[at + 1] = after;
            at++;
        }
        return at;
    }

    private void shift(int from, int by) {
        if (count + by > before.length) {
            before = Arrays.copyOf(before, count + by + count / 4 + 16);
        }
        System.arraycopy(before, from, before, from + by, count - from);
        count += by;
    }
}
