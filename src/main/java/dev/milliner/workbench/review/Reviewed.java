package dev.milliner.workbench.review;

import dev.milliner.review.Review;
import dev.milliner.review.Story;
import dev.milliner.source.SourceTree;
import java.time.Duration;
import java.util.Set;

/** What came of reviewing the files as they are. */
public sealed interface Reviewed {
    /**
     * A review.
     *
     * @param review it
     * @param story it, as it is told
     * @param tree the files after
     * @param seen the items that were checked off, by {@link SeenItems#digest}
     * @param took how long it took
     */
    record Told(Review review, Story story, SourceTree tree, Set<String> seen, Duration took) implements Reviewed {}

    /**
     * None.
     *
     * @param why why, in a sentence
     */
    record Unavailable(String why) implements Reviewed {}
}
