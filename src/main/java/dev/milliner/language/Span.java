package dev.milliner.language;

import dev.milliner.text.TextRange;

/**
 * A stretch of a text by offsets, in UTF-16 units from the text's start.
 *
 * @param start the first unit
 * @param end behind the last unit
 */
public record Span(int start, int end) {
    /** Where there is nothing yet. */
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    /** A range of lines and columns in a text; the text's end where the text is shorter than the range says. */
    public static Span of(TextRange range, String text) {
        int start = range.startIn(text);
        int end = range.endIn(text);
        return new Span(start < 0 ? text.length() : start, end < 0 ? text.length() : end);
    }

    /** The same as lines and columns. */
    public TextRange in(String text) {
        return Lines.range(text, this);
    }

    /** Tells whether an offset stands in it or at one of its ends. */
    public boolean touches(int offset) {
        return start <= offset && offset <= end;
    }

    /** Tells whether two stretches have a place in common, be it an end. */
    public boolean touches(Span other) {
        return start <= other.end && other.start <= end;
    }

    /** How long it is. */
    public int length() {
        return end - start;
    }
}
