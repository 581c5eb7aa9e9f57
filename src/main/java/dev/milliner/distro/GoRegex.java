package dev.milliner.distro;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Tells whether Go's {@code regexp} accepts an expression. RE2's Java port answers most of it; Go also limits what nested
 * repeats multiply to and how deep groups go.
 */
public final class GoRegex {
    private static final int MOST_REPEATS = 1000;
    private static final int MOST_DEPTH = 1000;
    /** RE2's Java port takes time that grows with the square of the length; Go has no bound that anybody meets. */
    private static final int LONGEST = 20_000;

    private static final java.util.regex.Pattern REPEAT =
            java.util.regex.Pattern.compile("\\{(\\d{1,4})(?:(,)(\\d{1,4})?)?\\}");

    private final String regex;
    private final Deque<Integer> around = new ArrayDeque<>();
    private int inGroup = 1;
    private int last = 1;

    GoRegex(String regex) {
        this.regex = regex;
    }

    /**
     * An expression that Go accepts, made ready for use.
     *
     * @throws PatternSyntaxException where Go would not accept it, or it is too long to be looked at
     */
    public static Pattern compiled(String regex) {
        if (regex.length() > LONGEST) {
            throw new PatternSyntaxException(
                    "the expression is longer than " + LONGEST + " characters", shortened(regex));
        }
        return Pattern.compile(GoRegexText.forJava(regex));
    }

    private static String shortened(String regex) {
        return regex.substring(0, 40) + "…";
    }

    /** What Go finds wrong with an expression, in Go's words; empty where it accepts it. */
    public static Optional<String> fault(String regex) {
        try {
            compiled(regex);
        } catch (PatternSyntaxException broken) {
            return Optional.of(broken.getDescription() + ": `" + broken.getPattern() + "`");
        }
        return escapes(regex).or(() -> new GoRegex(regex).limits());
    }

    /** Go lets a backslash stand before ASCII only. */
    private static Optional<String> escapes(String regex) {
        for (int at = 0; at + 1 < regex.length(); at++) {
            if (regex.startsWith("\\Q", at)) {
                int end = regex.indexOf("\\E", at);
                at = end < 0 ? regex.length() : end + 1;
            } else if (regex.charAt(at) == '\\') {
                int escaped = regex.codePointAt(at + 1);
                if (escaped >= 0x80) {
                    return Optional.of("invalid escape sequence: `\\" + Character.toString(escaped) + "`");
                }
                at++;
            }
        }
        return Optional.empty();
    }

    private Optional<String> limits() {
        int at = 0;
        while (at < regex.length()) {
            char here = regex.charAt(at);
            Matcher repeat = REPEAT.matcher(regex).region(at, regex.length());
            if (here == '{' && repeat.lookingAt()) {
                if (!repeat(repeat)) {
                    return Optional.of("invalid repeat count: `" + repeat.group() + "`");
                }
                at = repeat.end();
            } else if (here == '(' && around.size() >= MOST_DEPTH) {
                return Optional.of("expression nests too deeply");
            } else {
                at = step(at, here);
            }
        }
        return Optional.empty();
    }

    private int step(int at, char here) {
        switch (here) {
            case '(' -> {
                around.push(inGroup);
                inGroup = 1;
                last = 1;
            }
            case ')' -> {
                last = inGroup;
                inGroup = around.isEmpty() ? 1 : Math.max(around.pop(), last);
            }
            case '[' -> {
                last = 1;
                return endOfClass(at);
            }
            case '\\' -> {
                last = 1;
                return endOfEscape(at);
            }
            case '*', '+', '?' -> {}
            default -> last = 1;
        }
        return at + 1;
    }

    private boolean repeat(Matcher repeat) {
        int least = Integer.parseInt(repeat.group(1));
        String upper = repeat.group(3);
        int count = upper == null ? least : Integer.parseInt(upper);
        if (count == 0) {
            return true;
        }
        last *= count;
        inGroup = Math.max(inGroup, last);
        return last <= MOST_REPEATS || count < 2;
    }

    int endOfEscape(int at) {
        if (regex.startsWith("\\Q", at)) {
            int end = regex.indexOf("\\E", at);
            return end < 0 ? regex.length() : end + 2;
        }
        boolean braced =
                at + 2 < regex.length() && "xpP".indexOf(regex.charAt(at + 1)) >= 0 && regex.charAt(at + 2) == '{';
        int close = braced ? regex.indexOf('}', at) : -1;
        return close < 0 ? Math.min(at + 2, regex.length()) : close + 1;
    }

    int endOfClass(int open) {
        int at = open + 1;
        if (at < regex.length() && regex.charAt(at) == '^') {
            at++;
        }
        boolean first = true;
        while (at < regex.length() && (first || regex.charAt(at) != ']')) {
            first = false;
            if (regex.startsWith("[:", at) && regex.indexOf(":]", at) > 0) {
                at = regex.indexOf(":]", at) + 2;
            } else {
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
        }
        return at + 1;
    }
}
