package dev.milliner.commit;

/**
 * A file that differs from the last commit.
 *
 * @param path relative to the repository's work tree
 * @param how what became of it
 * @param staged how much of that goes into the next commit
 */
public record PendingFile(String path, How how, Staged staged) {
    /** What can become of a file. */
    public enum How {
        ADDED("new"),
        CHANGED("changed"),
        REMOVED("deleted"),
        /** A merge left it for somebody to decide. */
        IN_CONFLICT("in conflict");

        private final String word;

        How(String word) {
            this.word = word;
        }

        /** It in a word or two. */
        public String word() {
            return word;
        }
    }

    /** How much of what became of it goes into the next commit. */
    public enum Staged {
        NONE,
        PART,
        WHOLE
    }
}
