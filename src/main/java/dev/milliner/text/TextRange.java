package dev.milliner.text;

/**
 * A stretch of text. Lines and columns count from 1, columns in UTF-16 units as Java strings do; the end is exclusive.
 *
 * @param line first line
 * @param column first column
 * @param endLine line of the first character after the range
 * @param endColumn column of the first character after the range
 */
public record TextRange(int line, int column, int endLine, int endColumn) {
    /** The start of a file, for what has no better place. */
    public static final TextRange START = new TextRange(1, 1, 1, 1);

    /** Tells whether the range covers a part of the line. */
    public boolean touchesLine(int lineNumber) {
        return line <= lineNumber && lineNumber <= endLine;
    }

    /** Where it starts in a text, in UTF-16 units from the text's start; -1 where the text has no such line. */
    public int startIn(String text) {
        return offset(text, line, column);
    }

    /** Where it ends in a text, as {@link #startIn}. */
    public int endIn(String text) {
        return offset(text, endLine, endColumn);
    }

    private static int offset(String text, int line, int column) {
        int at = 0;
        for (int passed = 1; passed < line; passed++) {
            int newline = text.indexOf('\n', at);
            if (newline < 0) {
                return -1;
            }
            at = newline + 1;
        }
        return Math.min(text.length(), at + column - 1);
    }

    /** The same range so many lines further down; further up where the number is below zero. */
    public TextRange down(int lines) {
        return new TextRange(line + lines, column, endLine + lines, endColumn);
    }
}
