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
}
