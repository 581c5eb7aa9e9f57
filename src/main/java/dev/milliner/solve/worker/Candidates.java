package dev.milliner.solve.worker;

import java.util.LinkedHashSet;
import java.util.Set;

/** Which packages an argument of {@code dnf install} means. */
final class Candidates {
    private final PackagePool pool;

    Candidates(PackagePool pool) {
        this.pool = pool;
    }

    /** For a bare name DNF also takes what obsoletes it; anything else means what it matches alone. */
    Set<Integer> of(String argument) {
        Set<Integer> named = named(argument);
        if (named.isEmpty()) {
            return selected(argument);
        }
        for (int match : named.toArray(new Integer[0])) {
            for (int obsoleter : pool.obsoleters(pool.installed().original(match))) {
                named.add(obsoleter);
                named.add(pool.installed().copy(obsoleter));
            }
        }
        return named;
    }

    /** What has a name exactly. */
    Set<Integer> named(String name) {
        Set<Integer> named = new LinkedHashSet<>();
        int id = pool.solv().number("pool_str2id", pool.address(), name, 0);
        if (id != 0) {
            for (int solvable : pool.select(SolverFlag.SELECT_NAME, id)) {
                named.add(solvable);
            }
        }
        return named;
    }

    private Set<Integer> selected(String argument) {
        Set<Integer> selected = new LinkedHashSet<>();
        try (IdQueue selection = new IdQueue(pool.solv());
                IdQueue solvables = new IdQueue(pool.solv())) {
            pool.solv()
                    .number(
                            "selection_make",
                            pool.address(),
                            selection.struct(),
                            argument,
                            SolverFlag.SELECTION_ANYTHING);
            pool.solv().call("selection_solvables", pool.address(), selection.struct(), solvables.struct());
            for (int solvable : solvables.toArray()) {
                selected.add(solvable);
            }
        }
        return selected;
    }
}
