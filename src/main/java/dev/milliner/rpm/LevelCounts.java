package dev.milliner.rpm;

import java.util.Collection;

/**
 * How many packages show which {@link LevelEvidence}.
 *
 * @param v3 packages compiled for x86-64-v3 or higher
 * @param mixed packages of which only some programs show it
 * @param baseline packages compiled for less
 * @param noarch packages without machine code
 * @param unknown packages that say nothing
 */
public record LevelCounts(int v3, int mixed, int baseline, int noarch, int unknown) {
    /** Nothing counted. */
    public static final LevelCounts NONE = new LevelCounts(0, 0, 0, 0, 0);

    /** Counts. */
    public static LevelCounts of(Collection<LevelEvidence> evidence) {
        return new LevelCounts(
                count(evidence, LevelEvidence.V3),
                count(evidence, LevelEvidence.MIXED),
                count(evidence, LevelEvidence.BASELINE),
                count(evidence, LevelEvidence.NOARCH),
                count(evidence, LevelEvidence.UNKNOWN));
    }

    private static int count(Collection<LevelEvidence> evidence, LevelEvidence kind) {
        return (int) evidence.stream().filter(kind::equals).count();
    }
}
