package dev.milliner.solve.worker;

import dev.milliner.solve.SolveProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What DNF lets stand in several versions side by side, up to its {@code installonly_limit}. */
final class InstallOnly {
    /** What such packages provide. */
    static final List<String> CAPABILITIES = List.of(
            "kernel",
            "kernel-PAE",
            "installonlypkg(kernel)",
            "installonlypkg(kernel-module)",
            "installonlypkg(vm)",
            "multiversion(kernel)");

    private static final int LIMIT = 3;

    private InstallOnly() {}

    /** Names of which more come than DNF would keep. */
    static List<SolveProblem> tooMany(PackagePool pool, List<Integer> packages) {
        Set<Integer> installOnly = new HashSet<>();
        CAPABILITIES.forEach(one -> installOnly.addAll(pool.providing(pool.text(one))));
        Map<String, Integer> counts = new HashMap<>();
        for (int id : packages) {
            if (installOnly.contains(id)) {
                counts.merge(pool.solvables().name(id), 1, Integer::sum);
            }
        }
        List<SolveProblem> problems = new ArrayList<>();
        counts.forEach((name, count) -> {
            if (count > LIMIT) {
                problems.add(new SolveProblem(
                        count + " versions of " + name + " would be installed. DNF keeps " + LIMIT
                                + "; which it leaves out cannot be told here.",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        0));
            }
        });
        return problems;
    }
}
