package dev.milliner.workbench.review;

import dev.milliner.workbench.words.Wording;
import java.util.Optional;

/**
 * Which two states are compared.
 *
 * @param base the commit, branch or tag before
 * @param head the one after; empty for the files as they are, unsaved text included
 * @param sinceParting whether it starts where the two parted, so that what came to the base since does not count
 */
record Range(String base, Optional<String> head, boolean sinceParting) {
    /** What the files are compared with if nobody chooses. */
    static final String HEAD = "HEAD";

    /** The files as they are, against the last commit. */
    static final Range LIVE = new Range(HEAD, Optional.empty(), false);

    /** What is compared, in words. */
    String words() {
        return base + " → " + head.orElse(Wording.of("review.range.files-they"));
    }
}
