package dev.milliner.review;

/**
 * Something in which a component is not as upstream has it.
 *
 * @param component the component's name
 * @param kind what kind of deviation it is
 * @param what what deviates, in a few words
 * @param reason why, in the maintainers' words; empty where none is given
 * @param category the category that the metadata gives, or empty
 * @param upstreamStatus how it stands to upstream by the metadata, or empty
 * @param file where it is written, relative to the root
 * @param line the line, from 1
 */
public record Deviation(
        String component,
        Kind kind,
        String what,
        String reason,
        String category,
        String upstreamStatus,
        String file,
        int line) {

    /** The kinds of deviations. */
    public enum Kind {
        LOCAL_SPEC("local spec"),
        RENAMED("other name than upstream"),
        PINNED("pinned commit"),
        OVERLAY("overlay"),
        SOURCE_FILE("source file"),
        SKIPPED_CHECK("skipped check"),
        BUILD_OPTION("build option"),
        RELEASE("release calculation");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind in words. */
        public String label() {
            return label;
        }
    }

    /** Tells whether anybody is told why it is there. */
    public boolean givesReason() {
        return !reason.isBlank() || !category.isEmpty();
    }
}
