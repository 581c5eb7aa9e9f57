package dev.milliner.language;

import dev.milliner.text.TokenKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A coloured stretch of a TOML text.
 *
 * @param kind what it is
 * @param span where it is
 * @param text what stands there
 */
record TomlToken(TokenKind kind, Span span, String text) {
    /** The tokens of a line, from 0. */
    static List<TomlToken> of(TextLines lines, int line) {
        List<TomlToken> tokens = new ArrayList<>();
        int start = lines.start(line);
        String text = lines.line(line);
        lines.tokens(
                line,
                (from, to, kind) ->
                        tokens.add(new TomlToken(kind, new Span(start + from, start + to), text.substring(from, to))));
        return tokens;
    }

    boolean is(char sign) {
        return kind == TokenKind.PUNCTUATION && text.charAt(0) == sign;
    }

    /** Tells whether it is a string, be it not closed yet. */
    boolean isQuoted() {
        return !text.isEmpty() && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    }

    /** What stands between its quotes, where it has any. */
    Span inside() {
        return TomlQuotes.inside(text, span);
    }
}
