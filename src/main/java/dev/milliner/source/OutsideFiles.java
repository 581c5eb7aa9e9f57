package dev.milliner.source;

/** Whether files from outside of a tree may go into what is made of it, as a tree may name any file of its reader. */
public enum OutsideFiles {
    /** They may not. */
    REFUSED,
    /** The user has said so. */
    ALLOWED
}
