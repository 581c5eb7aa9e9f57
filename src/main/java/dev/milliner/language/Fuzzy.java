package dev.milliner.language;

import java.util.Locale;

/** Tells how well names fit what is typed. It is asked of tens of thousands of names at each keystroke. */
final class Fuzzy {
    /** What is typed begins a word. */
    static final int WORD = 3;

    /** Does not fit. */
    static final int NONE = 6;

    private final String typed;
    private final char[] lower;
    private final char[] upper;

    Fuzzy(String typed) {
        this.typed = typed;
        this.lower = typed.toLowerCase(Locale.ROOT).toCharArray();
        this.upper = typed.toUpperCase(Locale.ROOT).toCharArray();
    }

    /** 0 for the same, then prefix, prefix in other case, starts of words, within, letters in order; {@link #NONE}. */
    int rank(String name) {
        if (typed.isEmpty()) {
            return 1;
        }
        if (name.startsWith(typed)) {
            return name.length() == typed.length() ? 0 : 1;
        }
        if (lower.length != upper.length || lower.length > name.length() || !isInOrder(name)) {
            return NONE;
        }
        if (name.regionMatches(true, 0, typed, 0, typed.length())) {
            return 2;
        }
        return isWordByWord(name, 0, 0, false) ? WORD : within(name);
    }

    /**
     * Tells whether what is typed are the first letters of words one after another, such as {@code pyazmon}.
     *
     * @param from where the next word is looked for
     * @param typedFrom what is typed from here on is still to be found
     * @param skipping whether words may be left out
     */
    private boolean isWordByWord(String name, int from, int typedFrom, boolean skipping) {
        if (typedFrom == lower.length) {
            return true;
        }
        for (int at = from; at < name.length(); at++) {
            if (at > 0 && !startsWord(name, at)) {
                continue;
            }
            if (fits(name.charAt(at), typedFrom)) {
                for (int length = run(name, at, typedFrom); length > 0; length--) {
                    if (isWordByWord(name, at + length, typedFrom + length, skipping)) {
                        return true;
                    }
                }
                return false;
            }
            if (at == 0 || (!skipping && Character.isLetterOrDigit(name.charAt(at)))) {
                return false;
            }
        }
        return false;
    }

    /** How many letters fit one after another. */
    private int run(String name, int at, int typedFrom) {
        int length = 1;
        while (at + length < name.length()
                && typedFrom + length < lower.length
                && fits(name.charAt(at + length), typedFrom + length)) {
            length++;
        }
        return length;
    }

    private boolean fits(char here, int at) {
        return here == lower[at] || here == upper[at];
    }

    private boolean isInOrder(String name) {
        int at = 0;
        int length = name.length();
        for (int i = 0; i < length; i++) {
            char here = name.charAt(i);
            if ((here == lower[at] || here == upper[at]) && ++at == lower.length) {
                return true;
            }
        }
        return false;
    }

    private int within(String name) {
        int best = isWordByWord(name, 0, 0, true) ? 4 : typed.length() > 1 ? 5 : NONE;
        for (int at = 1; at + typed.length() <= name.length(); at++) {
            char here = name.charAt(at);
            if ((here == lower[0] || here == upper[0]) && name.regionMatches(true, at, typed, 0, typed.length())) {
                if (startsWord(name, at)) {
                    return WORD;
                }
                best = 4;
            }
        }
        return best;
    }

    private static boolean startsWord(String name, int at) {
        return !Character.isLetterOrDigit(name.charAt(at - 1))
                || (Character.isUpperCase(name.charAt(at)) && Character.isLowerCase(name.charAt(at - 1)));
    }
}
