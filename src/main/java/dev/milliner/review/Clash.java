package dev.milliner.review;

import dev.milliner.text.Place;
import java.util.List;

/**
 * Something that does not go together with what came to the base meanwhile.
 *
 * @param kind what kind of thing it is
 * @param names what it is about, such as names of components
 * @param path the keys that lead to the value that both set; empty where it is about no one value
 * @param message what does not go together, in a sentence without its end
 * @param ours where it stands in the state under review, or in the common one where that took it away
 * @param theirs where it stands in the base as it is now, or in the common one where that took it away
 */
public record Clash(Kind kind, List<String> names, String path, String message, Place ours, Place theirs) {
    /** What kind of thing it is. */
    public enum Kind {
        /** Both sides set the same to something else. */
        SAME_VALUE("same-value"),
        /** Overlays that each side could apply fail together. */
        OVERLAYS("overlays-fail"),
        /** One side took away what the other changes. */
        TAKEN_AWAY("taken-away"),
        /** A problem comes that neither side has. */
        PROBLEM("problem"),
        /** Both change the same component in other ways, which may go well. */
        BOTH_CHANGE("both-change");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** It as programs are told. */
        public String word() {
            return word;
        }

        /** Tells whether it needs somebody to decide. */
        public boolean isSerious() {
            return this != BOTH_CHANGE;
        }
    }

    /** It in a sentence, with file and line on both sides. */
    public String words() {
        return message + " (here " + Words.at(ours) + ", there " + Words.at(theirs) + ")";
    }
}
