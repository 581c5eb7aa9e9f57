package dev.milliner.image;

import dev.milliner.text.Place;

/**
 * A claim of an image as it stands.
 *
 * @param claim its key and value, such as {@code systemd = false}; a size in bytes
 * @param verdict whether it holds
 * @param proof what shows that, as a sentence
 * @param place where it is written
 */
public record ClaimStanding(String claim, Verdict verdict, String proof, Place place) {
    /** Whether a claim holds. */
    public enum Verdict {
        /** It does. */
        HOLDS,
        /** It does not. */
        FAILS,
        /** That cannot be said. */
        OPEN
    }
}
