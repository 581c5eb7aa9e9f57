package dev.milliner.distro;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where a file's components come from: from a reading of the whole file, but for those that were read again since. What two files
 * took over from the same reading are the same objects, so nobody has to look at thousands to see that.
 *
 * @param origin stands for the reading
 * @param again the names that were read again, came or went since
 */
record Descent(Object origin, Set<String> again) {
    /** From so many on the file counts as read from the beginning. */
    private static final int MOST = 500;

    /** That of a file that was read as a whole. */
    static Descent beginning() {
        return new Descent(new Object(), Set.of());
    }

    /** That of a file in which some components more were read again. */
    Descent with(Set<String> before, Set<String> now) {
        Set<String> all = new HashSet<>(again);
        all.addAll(before);
        all.addAll(now);
        return all.size() > MOST ? beginning() : new Descent(origin, Set.copyOf(all));
    }

    /** The components in which two files may differ; empty where they do not go back to the same reading. */
    @SuppressWarnings("ReferenceEquality") // each reading is one of its own
    Optional<Set<String>> apart(Descent other) {
        if (origin != other.origin) {
            return Optional.empty();
        }
        Set<String> apart = new LinkedHashSet<>(again);
        apart.addAll(other.again);
        return Optional.of(apart);
    }
}
