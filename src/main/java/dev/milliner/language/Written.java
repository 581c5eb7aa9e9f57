package dev.milliner.language;

/**
 * How a text is written at a place: with quotes that are there, or with new ones.
 *
 * @param span what it takes the place of
 * @param quote the quote that is there; 0 where there is none
 * @param closed whether that quote is closed
 */
record Written(Span span, char quote, boolean closed) {
    static Written of(String text, TomlSpot.InValue spot) {
        Span span = spot.span();
        if (!spot.quoted() || span.start() == 0) {
            return new Written(span, (char) 0, true);
        }
        char quote = text.charAt(span.start() - 1);
        if (quote != '"' && quote != '\'') {
            return new Written(span, '"', true);
        }
        boolean closed = span.end() < text.length() && text.charAt(span.end()) == quote;
        return new Written(span, quote, closed);
    }

    /** A text as it is inserted. */
    Snippet text(String value) {
        return switch (quote) {
            case 0 -> Snippet.plain(TomlQuotes.quoted(value));
            case '"' -> Snippet.plain(TomlQuotes.escaped(value) + (closed ? "" : "\""));
            default -> Snippet.plain(value + (closed ? "" : "'"));
        };
    }
}
