package dev.milliner.spec;

import java.util.List;

/** How much two lists of lines share at their ends. Lines that went from one to the other are the same objects, so this is quick. */
public final class ListDifference {
    private ListDifference() {}

    /** How many lines from the start are equal. */
    public static int sharedStart(List<String> before, List<String> after) {
        int most = Math.min(before.size(), after.size());
        int shared = 0;
        while (shared < most && before.get(shared).equals(after.get(shared))) {
            shared++;
        }
        return shared;
    }

    /**
     * How many lines from the end are equal.
     *
     * @param start how many from the start don't count
     */
    public static int sharedEnd(List<String> before, List<String> after, int start) {
        int most = Math.min(before.size(), after.size()) - start;
        int shared = 0;
        while (shared < most && before.get(before.size() - 1 - shared).equals(after.get(after.size() - 1 - shared))) {
            shared++;
        }
        return shared;
    }
}
