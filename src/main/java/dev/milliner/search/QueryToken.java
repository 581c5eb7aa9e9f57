package dev.milliner.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word or sign of a query.
 *
 * @param kind what it is
 * @param text what it says; of a text, without its quotes
 * @param at where it begins
 */
record QueryToken(Kind kind, String text, int at) {
    /** What it can be. */
    enum Kind {
        WORD,
        QUOTED,
        SIGN,
        END
    }

    private static final List<String> SIGNS = List.of("!=", "!~", "<=", ">=", "=", "~", "<", ">", "(", ")");

    /** Tells whether it is one of the language's own words. */
    boolean is(String word) {
        return kind != Kind.QUOTED && text.toLowerCase(Locale.ROOT).equals(word);
    }

    /** The words and signs of a query, with its end. */
    static List<QueryToken> of(String query) throws QueryFault {
        List<QueryToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < query.length()) {
            char here = query.charAt(at);
            int start = at;
            String sign = SIGNS.stream()
                    .filter(one -> query.startsWith(one, start))
                    .findFirst()
                    .orElse("");
            if (Character.isWhitespace(here)) {
                at++;
            } else if (!sign.isEmpty()) {
                tokens.add(new QueryToken(Kind.SIGN, sign, at));
                at += sign.length();
            } else if (here == '"' || here == '\'') {
                int close = query.indexOf(here, at + 1);
                if (close < 0) {
                    throw new QueryFault("The quote that opens here is not closed. Close it.", at);
                }
                tokens.add(new QueryToken(Kind.QUOTED, query.substring(at + 1, close), at));
                at = close + 1;
            } else {
                while (at < query.length() && isPartOfWord(query.charAt(at))) {
                    at++;
                }
                if (at == start) {
                    throw new QueryFault("'" + here + "' means nothing here. Put texts into quotes.", at);
                }
                tokens.add(new QueryToken(Kind.WORD, query.substring(start, at), start));
            }
        }
        tokens.add(new QueryToken(Kind.END, "", query.length()));
        return tokens;
    }

    private static boolean isPartOfWord(char letter) {
        return Character.isLetterOrDigit(letter) || "._-/*+:@%$".indexOf(letter) >= 0;
    }
}
