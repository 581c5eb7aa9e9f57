package dev.milliner.level;

import dev.milliner.ground.Amount;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many files of an image that hold machine code show which {@link LevelEvidence}, and how large they are together.
 *
 * @param each by rung, in the ladder's order; rungs without files are left out
 */
public record LevelTotals(Map<LevelEvidence, Total> each) {
    /**
     * Files of a rung.
     *
     * @param files how many
     * @param bytes their sizes together
     */
    public record Total(int files, long bytes) {
        private Total and(Total other) {
            return new Total(files + other.files, bytes + other.bytes);
        }
    }

    /** Gathers them. */
    public static final class Sum {
        private final Map<LevelEvidence, Total> each = new EnumMap<>(LevelEvidence.class);

        /** Counts a file; one without machine code does not count. */
        public void add(LevelEvidence evidence, long bytes) {
            if (evidence != LevelEvidence.NOARCH) {
                each.merge(evidence, new Total(1, bytes), Total::and);
            }
        }

        /** What was counted. */
        public LevelTotals totals() {
            return new LevelTotals(new EnumMap<>(each));
        }
    }

    /** All of them, such as {@code 3 files (4096 bytes) likely x86-64-v3}. */
    public String words() {
        return each.entrySet().stream()
                .map(one -> Amount.of(one.getValue().files(), "file") + " ("
                        + Amount.of(one.getValue().bytes(), "byte") + ") "
                        + one.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
