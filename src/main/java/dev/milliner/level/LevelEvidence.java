package dev.milliner.level;

import java.util.Locale;

/** How far a file, or a package of files, shows that it was compiled for x86-64-v3: a ladder, the surest first. */
public enum LevelEvidence {
    /** It says so where that proves something, and its code shows it; or Go says so of its build. */
    V3("proved x86-64-v3"),
    /** Its code shows it, and nothing in it says so. */
    LIKELY("likely x86-64-v3"),
    /** A note or the compiler's flags say so, and nothing in the code shows it. */
    FLAGS("x86-64-v3 by flags alone"),
    /** Part of it shows x86-64-v3, and part does not. */
    MIXED("of both kinds"),
    /** It was compiled for less. */
    BASELINE("compiled for less"),
    /** There is no machine code. */
    NOARCH("without machine code"),
    /** There is machine code, and nothing tells for what. The absence of a note proves nothing. */
    UNKNOWN("not telling");

    private final String words;

    LevelEvidence(String words) {
        this.words = words;
    }

    /** Its name in JSON and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is said of a file or a package of this rung, such as {@code proved x86-64-v3}. */
    public String words() {
        return words;
    }

    /** Tells whether code itself was seen to be x86-64-v3, all of it. */
    public boolean isShown() {
        return this == V3 || this == LIKELY;
    }
}
