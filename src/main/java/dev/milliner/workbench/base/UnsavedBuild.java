package dev.milliner.workbench.base;

/** What a build does where text is not saved: either way it builds what is on the screen. */
public enum UnsavedBuild {
    /** It starts, and says that it takes in what is not saved. */
    SAY,
    /** It asks first. */
    ASK
}
