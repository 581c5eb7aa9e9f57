package dev.milliner.build.koji;

import java.time.Duration;

/**
 * How often a hub is asked.
 *
 * @param poll between two looks at a task that goes on
 * @param firstRetry after the first time that the hub was silent; doubled each time after
 * @param longestRetry what the doubling ends at
 * @param patience after which a question that was not answered counts as silence
 */
public record KojiRhythm(Duration poll, Duration firstRetry, Duration longestRetry, Duration patience) {
    /** Gentle to a hub that many people use: about as often as Koji's own client. */
    public static final KojiRhythm USUAL =
            new KojiRhythm(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(2));

    /**
     * How long to wait before asking again.
     *
     * @param failures how often the hub was silent since it last answered, from 1
     */
    Duration retry(int failures) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }
}
