package dev.milliner.workbench.editor;

/**
 * A stretch of a text that another takes the place of.
 *
 * @param start where it begins, counted in characters of the text
 * @param end where it ends
 * @param text what comes in its place
 */
record Replaced(int start, int end, String text) {
    /** How many characters longer the text becomes. */
    int growth() {
        return text.length() - (end - start);
    }

    boolean changesNothing() {
        return start == end && text.isEmpty();
    }

    /** The same without what lies before a place, as that was replaced already. */
    Replaced from(int place) {
        int from = Math.max(start, place);
        return new Replaced(from, Math.max(end, from), text);
    }
}
