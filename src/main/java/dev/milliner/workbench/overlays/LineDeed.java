package dev.milliner.workbench.overlays;

/** What can become of a line. */
public enum LineDeed {
    /** It is gone to. */
    EDIT("Edit the result at this line"),
    /** It goes. */
    REMOVE("Remove this line"),
    /** It is selected, to be typed over. */
    REPLACE("Replace this line"),
    /** An empty line comes before it. */
    INSERT_ABOVE("Insert a line above"),
    /** An empty line comes behind it. */
    INSERT_BELOW("Insert a line below");

    private final String words;

    LineDeed(String words) {
        this.words = words;
    }

    /** What a menu says of it. */
    public String words() {
        return words;
    }
}
