package dev.milliner.solve.worker;

import dev.milliner.solve.DnfGeneration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Packages that must not come, and what arguments mean without them, kept as it is found.
 *
 * @param generation whose rules count
 * @param packages Ids, those of installed copies included
 * @param hidden those of them that modules hide
 * @param candidates by argument
 */
record Excluded(
        DnfGeneration generation,
        Set<Integer> packages,
        Set<Integer> hidden,
        Map<String, List<Set<Integer>>> candidates) {
    Excluded(DnfGeneration generation, Set<Integer> packages, Set<Integer> hidden) {
        this(generation, packages, hidden, new HashMap<>());
    }

    /** What an argument means, one of each set. */
    List<Set<Integer>> candidates(PackagePool pool, String argument) {
        return candidates.computeIfAbsent(
                argument, missing -> List.copyOf(new Candidates(pool, packages, generation).of(missing)));
    }
}
