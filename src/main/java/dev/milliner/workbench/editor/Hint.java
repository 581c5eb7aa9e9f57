package dev.milliner.workbench.editor;

/** What stands behind a line. */
public sealed interface Hint {
    /**
     * A remark.
     *
     * @param text what it says
     * @param styleClass good, warning or error
     */
    record Remark(String text, String styleClass) implements Hint {}

    /**
     * The tag of an overlay, in its colour.
     *
     * @param text what it says, with the overlay's number
     * @param number the overlay's number, from 1
     */
    record Tag(String text, int number) implements Hint {}

    /** What it says. */
    String text();
}
