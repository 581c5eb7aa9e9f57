package dev.milliner.language;

import java.util.List;

/**
 * What could stand at a caret.
 *
 * @param start where the stretch begins that an item takes the place of
 * @param end where it ends
 * @param items best first, at most {@link #MOST}
 * @param more whether there are more, which further typing brings up
 */
public record Completions(int start, int end, List<Completion> items, boolean more) {
    /** As many as are given at once. */
    public static final int MOST = 200;

    /** Takes the items over. */
    public Completions {
        items = List.copyOf(items);
    }

    /** Nothing is known at the caret. */
    public static Completions none(int offset) {
        return new Completions(offset, offset, List.of(), false);
    }

    /** Tells whether there is nothing to offer. */
    public boolean isEmpty() {
        return items.isEmpty();
    }
}
