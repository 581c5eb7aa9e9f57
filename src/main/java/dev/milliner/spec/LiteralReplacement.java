package dev.milliner.spec;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Replaces what an expression matches by a text that is taken literally, as Go's {@code ReplaceAllLiteral} does.
 *
 * @param pattern the expression
 * @param replacement the text
 */
public record LiteralReplacement(Pattern pattern, String replacement) {
    /** The text with every match replaced. An empty match right behind another match is left out, as Go does. */
    public String applied(String text) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder made = new StringBuilder();
        int copied = 0;
        int lastEnd = -1;
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            int start = matcher.start();
            int end = matcher.end();
            made.append(text, copied, start);
            if (end > lastEnd || start == 0) {
                made.append(replacement);
            }
            copied = end;
            lastEnd = end;
            from = end > from ? end : from + characterAt(text, from);
        }
        return made.append(text, copied, text.length()).toString();
    }

    private static int characterAt(String text, int at) {
        return at < text.length() ? Character.charCount(text.codePointAt(at)) : 1;
    }
}
