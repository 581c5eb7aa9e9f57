package dev.milliner.review;

/** Whether an item was checked off. */
public enum SeenMark {
    /** It was not. */
    NOT_SEEN,
    /** It was, and says what it said then. */
    SEEN,
    /** It was, and says something else since. */
    CHANGED
}
