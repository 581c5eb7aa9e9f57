package dev.milliner.workbench.review;

import dev.milliner.review.Review;
import dev.milliner.review.Story;
import dev.milliner.source.SourceTree;
import java.time.Duration;

/** What came of reviewing the files as they are. */
public sealed interface Reviewed {
    /**
     * A review.
     *
     * @param review it
     * @param story it, as it is told
     * @param tree the files after
     * @param took how long it took
     */
    record Told(Review review, Story story, SourceTree tree, Duration took) implements Reviewed {}

    /**
     * None.
     *
     * @param why why, in a sentence
     */
    record Unavailable(String why) implements Reviewed {}
}
