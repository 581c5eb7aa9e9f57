package dev.milliner.workbench.editor;

/**
 * A place at which keys act, with what is selected there.
 *
 * @param anchor where the selection began, counted in characters of the text
 * @param at where the caret stands; the anchor's place where nothing is selected
 */
record Caret(int anchor, int at) {
    /** One with nothing selected. */
    static Caret at(int place) {
        return new Caret(place, place);
    }

    int start() {
        return Math.min(anchor, at);
    }

    int end() {
        return Math.max(anchor, at);
    }

    boolean selects() {
        return anchor != at;
    }

    /** The same, gone to another place. */
    Caret to(int place, boolean selecting) {
        return new Caret(selecting ? anchor : place, place);
    }

    /** The same, in a text that holds so many characters more before it. */
    Caret shifted(int by) {
        return new Caret(anchor + by, at + by);
    }

    /** Tells whether one that stands behind it, or with it, has run into it. */
    boolean meets(Caret next) {
        return next.start() < end() || (next.start() == end() && !(selects() && next.selects()));
    }

    /** What both select, with the caret at the end at which this one has it. */
    Caret and(Caret other) {
        int first = Math.min(start(), other.start());
        int last = Math.max(end(), other.end());
        return at < anchor ? new Caret(last, first) : new Caret(first, last);
    }
}
