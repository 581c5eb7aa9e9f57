package dev.milliner.workbench.editor;

/**
 * What a key does at one caret.
 *
 * @param what the stretch that it changes
 * @param after where the caret stands afterwards, counted from the start of that
 */
record CaretEdit(Replaced what, Caret after) {
    /** Puts a text in the place of what a caret selects, and goes behind it. */
    static CaretEdit type(Caret caret, String text) {
        return replace(caret.start(), caret.end(), text);
    }

    /** Puts a text in the place of another, and goes behind it. */
    static CaretEdit replace(int start, int end, String text) {
        return new CaretEdit(new Replaced(start, end, text), Caret.at(text.length()));
    }

    /** Puts a text at a place, and goes into it. */
    static CaretEdit insert(int place, String text, int within) {
        return new CaretEdit(new Replaced(place, place, text), Caret.at(within));
    }

    /** Changes nothing, and goes to a place. */
    static CaretEdit go(int place) {
        return insert(place, "", 0);
    }

    /** The same without what another caret has replaced already. */
    CaretEdit from(int place) {
        return new CaretEdit(what.from(place), after);
    }

    /** Where the caret stands once so many characters more are before it. */
    Caret afterwards(int more) {
        return after.shifted(what.start() + more);
    }
}
