package dev.milliner.overlay.derive;

import com.google.re2j.Pattern;

/**
 * A text that takes another's place.
 *
 * @param regex what it replaces, as Go's expressions have it
 * @param replacement the text, taken literally
 */
record Exchange(String regex, String replacement) {
    static Exchange ofText(String old, String now) {
        return new Exchange(Pattern.quote(old), now);
    }

    /** The whole line, and no other that holds it. */
    static Exchange ofLine(String old, String now) {
        return new Exchange("^" + Pattern.quote(old) + "$", now);
    }
}
