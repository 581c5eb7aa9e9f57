package dev.milliner.workbench.editor;

import java.util.Optional;
import java.util.stream.Stream;

/** Two signs around a text. */
enum Pair {
    BRACKETS('[', ']'),
    BRACES('{', '}'),
    PARENTHESES('(', ')'),
    QUOTES('"', '"'),
    APOSTROPHES('\'', '\'');

    private final char opening;
    private final char closing;

    Pair(char opening, char closing) {
        this.opening = opening;
        this.closing = closing;
    }

    boolean isQuotes() {
        return opening == closing;
    }

    /** Both signs around a text. */
    String around(String text) {
        return opening + text + closing;
    }

    /** Tells whether it is these that stand before and behind a place. */
    boolean isAt(String line, int column) {
        return column > 0
                && column < line.length()
                && line.charAt(column - 1) == opening
                && line.charAt(column) == closing;
    }

    static Optional<Pair> openedBy(char sign) {
        return Stream.of(values()).filter(pair -> pair.opening == sign).findFirst();
    }

    static Optional<Pair> closedBy(char sign) {
        return Stream.of(values()).filter(pair -> pair.closing == sign).findFirst();
    }
}
