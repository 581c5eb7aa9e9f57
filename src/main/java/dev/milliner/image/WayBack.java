package dev.milliner.image;

/** Whether a machine that was updated can start the first container again. */
public enum WayBack {
    /** Both have what machines boot, so the first can be kept beside the second. */
    POSSIBLE("both hold a kernel, an initial file system and the label, so a machine can go back to the first"),
    /** Neither is booted by machines. */
    NO_MACHINE("neither is labelled as one that machines boot"),
    /** The first could not be started. */
    FIRST_LACKS("the first lacks a kernel, an initial file system or the label, so no machine can go back to it"),
    /** The second could not be started, so that there is nothing to go back from. */
    SECOND_LACKS(
            "the second lacks a kernel, an initial file system or the label, so a machine would not start after the update");

    private final String words;

    WayBack(String words) {
        this.words = words;
    }

    /** In words, to stand after what is compared. */
    public String words() {
        return words;
    }
}
