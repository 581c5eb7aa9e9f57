package dev.milliner.language;

/** How well a name fits what is typed. */
final class Fuzzy {
    /** Does not fit. */
    static final int NONE = 6;

    private Fuzzy() {}

    /** 0 for the same, then prefix, prefix in other case, start of a word, within, letters in order; {@link #NONE}. */
    static int rank(String typed, String name) {
        if (typed.isEmpty()) {
            return 1;
        }
        if (name.startsWith(typed)) {
            return name.length() == typed.length() ? 0 : 1;
        }
        if (name.regionMatches(true, 0, typed, 0, typed.length())) {
            return 2;
        }
        return within(typed, name);
    }

    private static int within(String typed, String name) {
        int best = NONE;
        for (int at = 1; at + typed.length() <= name.length(); at++) {
            if (name.regionMatches(true, at, typed, 0, typed.length())) {
                if (startsWord(name, at)) {
                    return 3;
                }
                best = 4;
            }
        }
        return best == NONE && isInOrder(typed, name) ? 5 : best;
    }

    private static boolean startsWord(String name, int at) {
        return !Character.isLetterOrDigit(name.charAt(at - 1))
                || (Character.isUpperCase(name.charAt(at)) && Character.isLowerCase(name.charAt(at - 1)));
    }

    private static boolean isInOrder(String typed, String name) {
        int at = 0;
        for (int i = 0; i < name.length() && at < typed.length(); i++) {
            if (Character.toLowerCase(name.charAt(i)) == Character.toLowerCase(typed.charAt(at))) {
                at++;
            }
        }
        return at == typed.length() && typed.length() > 1;
    }
}
