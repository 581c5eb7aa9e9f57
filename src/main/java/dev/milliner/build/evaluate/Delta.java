package dev.milliner.build.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * What a list lost and gained; the order in it does not count.
 *
 * @param gone what only the first has
 * @param added what only the second has
 */
public record Delta(List<String> gone, List<String> added) {
    public Delta {
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /** From one list to another. */
    public static Delta between(List<String> before, List<String> after) {
        return new Delta(without(before, after), without(after, before));
    }

    /** Tells whether nothing differs. */
    public boolean isEmpty() {
        return gone.isEmpty() && added.isEmpty();
    }

    private static List<String> without(List<String> all, List<String> those) {
        List<String> left = new ArrayList<>(all);
        those.forEach(left::remove);
        return left;
    }
}
