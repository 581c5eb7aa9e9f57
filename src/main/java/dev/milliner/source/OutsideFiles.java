package dev.milliner.source;

/** Whether files from outside of a tree may go into what is made of it, as a tree may name any file of its reader. */
public enum OutsideFiles {
    /** They are not there at all, not even as definitions: who asks may not be the one whose files they are. */
    UNSEEN,
    /** They may not. */
    REFUSED,
    /** The user has said so. */
    ALLOWED
}
