package dev.milliner.workbench.overlays;

import org.jspecify.annotations.Nullable;

/** A row of a difference between two texts. */
sealed interface DiffRow {
    /**
     * Lines that are the same on both sides and not shown.
     *
     * @param from the first of them on the left, from 0
     * @param to the line after them on the left
     */
    record Fold(int from, int to) implements DiffRow {
        int count() {
            return to - from;
        }
    }

    /**
     * A line of either side or both.
     *
     * @param left the line on the left, or null where there is none
     * @param right the line on the right, or null where there is none
     * @param changed whether the sides differ
     * @param overlay the number of the overlay that made the difference, or 0
     */
    record Pair(@Nullable Side left, @Nullable Side right, boolean changed, int overlay) implements DiffRow {}

    /**
     * One side of a line.
     *
     * @param number from 1
     * @param text the line
     */
    record Side(int number, String text) {}
}
