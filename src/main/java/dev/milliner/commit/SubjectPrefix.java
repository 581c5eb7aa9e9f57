package dev.milliner.commit;

/** What the subjects of commits begin with. */
public enum SubjectPrefix {
    NONE,
    /** A type, as in {@code fix: }. */
    CONVENTIONAL,
    /** The name of what changes, as in {@code gdb: }. */
    NAME,
    /** A word in brackets. */
    BRACKET
}
