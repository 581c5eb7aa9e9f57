package dev.milliner.solve.worker;

import dev.milliner.solve.SolvePhase;
import dev.milliner.solve.SolveProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What libsolv is told to do.
 *
 * @param ids pairs of what to do and to what
 * @param asked which argument asks for a package, by its Id
 * @param problems arguments that nothing matches
 * @param remarks what DNF warns of and does all the same
 * @param allowUninstall whether packages may go
 */
record Jobs(
        List<Integer> ids,
        Map<Integer, String> asked,
        List<SolveProblem> problems,
        List<String> remarks,
        boolean allowUninstall) {
    /** What installs a phase's packages on top of those that are there. */
    static Jobs of(PackagePool pool, SolvePhase phase, List<Integer> installed) {
        return new JobWriter(pool, phase).install(installed);
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
        return new Jobs(List.copyOf(ids), new HashMap<>(before.asked()), List.of(), List.of(), true);
    }
}
