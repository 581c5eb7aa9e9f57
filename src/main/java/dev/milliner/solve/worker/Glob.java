package dev.milliner.solve.worker;

/** Patterns, matched by the C library's own fnmatch as DNF's libraries match them. */
final class Glob {
    private static final String MARKS = "*?[";

    private final Libsolv solv;
    private final boolean anyCase;

    /**
     * By the C library.
     *
     * @param anyCase whether small and capital letters are alike
     */
    Glob(Libsolv solv, boolean anyCase) {
        this.solv = solv;
        this.anyCase = anyCase;
    }

    static boolean isPattern(String text) {
        return text.chars().anyMatch(letter -> MARKS.indexOf(letter) >= 0);
    }

    boolean matches(String pattern, String text) {
        // FNM_CASEFOLD of glibc.
        return solv.number("fnmatch", pattern, text, anyCase ? 1 << 4 : 0) == 0;
    }

    /** As a query's filter does: by pattern where it is one, else letter by letter. */
    boolean fits(String wanted, String text) {
        return isPattern(wanted) ? matches(wanted, text) : wanted.equals(text);
    }
}
