package dev.milliner.solve.worker;

import dev.milliner.solve.SolvePhase;
import dev.milliner.solve.SolveProblem;
import dev.milliner.text.NearNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What libsolv is told to do.
 *
 * @param ids pairs of what to do and to what
 * @param asked which argument asks for a package, by its Id
 * @param problems arguments that nothing matches
 * @param allowUninstall whether packages may go
 */
record Jobs(List<Integer> ids, Map<Integer, String> asked, List<SolveProblem> problems, boolean allowUninstall) {
    /** What DNF lets stand in several versions side by side. */
    private static final List<String> INSTALL_ONLY = List.of(
            "kernel",
            "kernel-PAE",
            "installonlypkg(kernel)",
            "installonlypkg(kernel-module)",
            "installonlypkg(vm)",
            "multiversion(kernel)");

    /** What installs a phase's packages. */
    static Jobs of(PackagePool pool, SolvePhase phase) {
        List<Integer> ids = new ArrayList<>();
        Map<Integer, String> asked = new HashMap<>();
        List<SolveProblem> problems = new ArrayList<>();
        Set<Integer> excluded = excluded(pool, phase);
        for (String name : INSTALL_ONLY) {
            ids.add(SolverFlag.MULTIVERSION | SolverFlag.SELECT_PROVIDES);
            ids.add(pool.solv().number("pool_str2id", pool.address(), name, 1));
        }
        if (!excluded.isEmpty()) {
            ids.add(SolverFlag.BLACKLIST | SolverFlag.SELECT_ONE_OF);
            ids.add(pool.oneOf(excluded));
        }
        for (String argument : new TreeSet<>(phase.install())) {
            boolean any = false;
            for (Set<Integer> choice : pool.candidates(argument)) {
                Set<Integer> left = new LinkedHashSet<>(choice);
                left.removeAll(excluded);
                if (!left.isEmpty()) {
                    left.forEach(id -> asked.putIfAbsent(pool.installed().original(id), argument));
                    ids.add(SolverFlag.INSTALL | SolverFlag.SELECT_ONE_OF | SolverFlag.FORCE_BEST);
                    ids.add(pool.oneOf(left));
                    any = true;
                }
            }
            if (!any) {
                problems.add(
                        unmatched(pool, argument, !pool.candidates(argument).isEmpty()));
            }
        }
        return new Jobs(List.copyOf(ids), asked, List.copyOf(problems), false);
    }

    /** What takes a phase's removals out again. */
    static Jobs removal(PackagePool pool, SolvePhase phase, Jobs before, List<Integer> installed) {
        List<Integer> ids = new ArrayList<>();
        for (int id : installed) {
            boolean goes = phase.remove().contains(pool.facts(id).nevra().name());
            if (goes) {
                ids.add(SolverFlag.ERASE | SolverFlag.SELECT_SOLVABLE | SolverFlag.CLEAN_DEPENDENCIES);
                ids.add(pool.installed().copy(id));
            } else if (before.asked().containsKey(id)) {
                ids.add(SolverFlag.USER_INSTALLED | SolverFlag.SELECT_SOLVABLE);
                ids.add(pool.installed().copy(id));
            }
        }
        return new Jobs(List.copyOf(ids), before.asked(), List.of(), true);
    }

    private static Set<Integer> excluded(PackagePool pool, SolvePhase phase) {
        Set<Integer> excluded = new LinkedHashSet<>();
        phase.exclude().forEach(name -> excluded.addAll(new Candidates(pool).excluded(name)));
        return excluded;
    }

    private static SolveProblem unmatched(PackagePool pool, String argument, boolean known) {
        String message = known
                ? "All matches were filtered out by exclude filtering for argument: " + argument
                : "No match for argument: " + argument;
        List<String> near = known ? List.of() : NearNames.of(pool.names(), argument);
        return new SolveProblem(message, List.of(), near, Optional.of(argument), 0);
    }
}
