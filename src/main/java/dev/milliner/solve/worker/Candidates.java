package dev.milliner.solve.worker;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which packages an argument of {@code dnf install} means. */
final class Candidates {
    private static final Pattern PATTERN = Pattern.compile("[*?\\[]");

    private final PackagePool pool;

    Candidates(PackagePool pool) {
        this.pool = pool;
    }

    /**
     * One of each of these is asked for. A pattern asks for every package whose name it fits, a condition for what makes it
     * true. For a bare name DNF also takes what obsoletes it; anything else means what it matches alone.
     */
    List<Set<Integer>> of(String argument) {
        if (argument.startsWith("(")) {
            return choices(conditional(argument));
        }
        Set<Integer> named = named(argument);
        if (named.isEmpty()) {
            Set<Integer> selected = selected(argument, SolverFlag.SELECTION_ANYTHING);
            return PATTERN.matcher(argument).find() && !argument.startsWith("/") ? byName(selected) : choices(selected);
        }
        for (int match : named.toArray(new Integer[0])) {
            for (int obsoleter : pool.obsoleters(pool.installed().original(match))) {
                named.add(obsoleter);
                named.add(pool.installed().copy(obsoleter));
            }
        }
        return List.of(named);
    }

    private static List<Set<Integer>> choices(Set<Integer> one) {
        return one.isEmpty() ? List.of() : List.of(one);
    }

    private List<Set<Integer>> byName(Set<Integer> selected) {
        Map<String, Set<Integer>> names = new TreeMap<>();
        for (int solvable : selected) {
            names.computeIfAbsent(pool.solvables().name(solvable), name -> new LinkedHashSet<>())
                    .add(solvable);
        }
        return List.copyOf(names.values());
    }

    /** What provides a rich dependency, such as {@code (a if b)}. */
    private Set<Integer> conditional(String dependency) {
        int id = pool.solv().number("pool_parserpmrichdep", pool.address(), dependency);
        Set<Integer> found = new LinkedHashSet<>();
        if (id != 0) {
            for (int solvable : pool.select(SolverFlag.SELECT_PROVIDES, id)) {
                found.add(solvable);
            }
        }
        return found;
    }

    /** The packages that an exclusion names: by name, with version, release and architecture, or by a pattern. */
    Set<Integer> excluded(String argument) {
        return selected(argument, SolverFlag.SELECTION_PACKAGES);
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

    private Set<Integer> selected(String argument, int flags) {
        Set<Integer> selected = new LinkedHashSet<>();
        try (IdQueue selection = new IdQueue(pool.solv());
                IdQueue solvables = new IdQueue(pool.solv())) {
            pool.solv().number("selection_make", pool.address(), selection.struct(), argument, flags);
            pool.solv().call("selection_solvables", pool.address(), selection.struct(), solvables.struct());
            for (int solvable : solvables.toArray()) {
                selected.add(solvable);
            }
        }
        return selected;
    }
}
