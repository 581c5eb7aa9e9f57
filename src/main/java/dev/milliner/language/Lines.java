package dev.milliner.language;

import dev.milliner.text.TextRange;

/** Offsets to lines and columns, both from 1. */
final class Lines {
    private Lines() {}

    static TextRange range(String text, Span span) {
        int line = 1;
        int lineStart = 0;
        for (int feed = text.indexOf('\n'); feed >= 0 && feed < span.start(); feed = text.indexOf('\n', lineStart)) {
            line++;
            lineStart = feed + 1;
        }
        int endLine = line;
        int endLineStart = lineStart;
        for (int feed = text.indexOf('\n', lineStart);
                feed >= 0 && feed < span.end();
                feed = text.indexOf('\n', endLineStart)) {
            endLine++;
            endLineStart = feed + 1;
        }
        return new TextRange(line, span.start() - lineStart + 1, endLine, span.end() - endLineStart + 1);
    }

    /** Where the line of an offset starts. */
    static int startOfLine(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Where the line of an offset ends, before its line feed. */
    static int endOfLine(String text, int offset) {
        int feed = text.indexOf('\n', offset);
        return feed < 0 ? text.length() : feed;
    }
}
