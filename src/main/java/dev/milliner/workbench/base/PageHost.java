package dev.milliner.workbench.base;

import dev.milliner.text.Place;

/** What pages have the window do for them; called on the JavaFX thread. */
public interface PageHost {
    /** Brings a place to the front in the editor. */
    void goTo(Place place);

    /** Brings a page to the front, by its id. */
    void showPage(String id);

    /** Shows a sentence to the person, until another or until it is no longer true. */
    void say(String sentence);

    /** Tells whoever looks at another window that something has ended. */
    void notice(String title, String text);
}
