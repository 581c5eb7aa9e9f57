package dev.milliner.level;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * How many packages show which {@link LevelEvidence}.
 *
 * @param v3 packages proved to be compiled for x86-64-v3 or higher
 * @param likely packages whose code shows it
 * @param flags packages of which only flags say so
 * @param mixed packages of which only some programs show it
 * @param baseline packages compiled for less
 * @param noarch packages without machine code
 * @param unknown packages that say nothing
 */
public record LevelCounts(int v3, int likely, int flags, int mixed, int baseline, int noarch, int unknown) {
    /** Nothing counted. */
    public static final LevelCounts NONE = new LevelCounts(0, 0, 0, 0, 0, 0, 0);

    /** Counts. */
    public static LevelCounts of(Collection<LevelEvidence> evidence) {
        return new LevelCounts(
                count(evidence, LevelEvidence.V3),
                count(evidence, LevelEvidence.LIKELY),
                count(evidence, LevelEvidence.FLAGS),
                count(evidence, LevelEvidence.MIXED),
                count(evidence, LevelEvidence.BASELINE),
                count(evidence, LevelEvidence.NOARCH),
                count(evidence, LevelEvidence.UNKNOWN));
    }

    /** How many of one kind. */
    public int count(LevelEvidence kind) {
        return switch (kind) {
            case V3 -> v3;
            case LIKELY -> likely;
            case FLAGS -> flags;
            case MIXED -> mixed;
            case BASELINE -> baseline;
            case NOARCH -> noarch;
            case UNKNOWN -> unknown;
        };
    }

    /** All of them, such as {@code 3 proved x86-64-v3, 0 likely x86-64-v3, …}. */
    public String words() {
        return Arrays.stream(LevelEvidence.values())
                .map(kind -> count(kind) + " " + kind.words())
                .collect(Collectors.joining(", "));
    }

    private static int count(Collection<LevelEvidence> evidence, LevelEvidence kind) {
        return (int) evidence.stream().filter(kind::equals).count();
    }
}
