package dev.milliner.review;

import java.time.Instant;

/**
 * What somebody said of an item of a review.
 *
 * @param text what was said
 * @param time when
 * @param of between which states, as the review was titled then
 * @param isCurrent whether the item still says what it said then
 */
public record Comment(String text, Instant time, String of, boolean isCurrent) {
    /** What is to be known with it; empty where it is said of the item as it is. */
    public String remark() {
        return isCurrent ? "" : "said before this changed, of " + of;
    }
}
