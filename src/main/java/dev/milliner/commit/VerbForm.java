package dev.milliner.commit;

/** The form of the first verb of a commit's subject. */
public enum VerbForm {
    /** As in {@code Add}. */
    IMPERATIVE,
    /** As in {@code Added}. */
    PAST,
    /** As in {@code Adds}. */
    PRESENT
}
