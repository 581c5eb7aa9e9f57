package dev.milliner.review;

import dev.milliner.distro.ComponentGroup;
import dev.milliner.distro.Definition;
import dev.milliner.distro.PackageGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who joined a group and who left it. Their order makes no difference.
 *
 * @param added the names that were not in it
 * @param removed the names that are not in it any more
 */
public record Members(List<String> added, List<String> removed) {
    /** Nobody joined and nobody left, or it is no group. */
    public static final Members NONE = new Members(List.of(), List.of());

    /** The members that two states of a definition have differently. */
    static Members between(Definition before, Definition after) {
        List<String> then = of(before);
        List<String> now = of(after);
        return then.equals(now) ? NONE : new Members(without(now, then), without(then, now));
    }

    /** The members of a group. */
    static List<String> of(Definition definition) {
        return switch (definition) {
            case ComponentGroup group -> group.components();
            case PackageGroup group -> group.packages();
            default -> List.of();
        };
    }

    private static List<String> without(List<String> names, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return names.stream().filter(name -> !known.contains(name)).distinct().toList();
    }

    /** Tells whether nobody joined and nobody left. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }
}
