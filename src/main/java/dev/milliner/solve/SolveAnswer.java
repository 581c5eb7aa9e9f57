package dev.milliner.solve;

import java.util.List;

/**
 * An answer of the solver.
 *
 * @param packages what would be installed after the last phase, sorted by name; empty where there are problems
 * @param needs which package needs which; empty where the request did not ask for reasons
 * @param removals what leaves with what was asked for; empty where the request did not ask for it
 * @param problems why there is no set; empty where there is one
 * @param remarks what DNF warns of and does all the same, such as a group's package that no repository has
 * @param solver the solver and its version, such as {@code libsolv 0.7.23}
 */
public record SolveAnswer(
        List<SolvedPackage> packages,
        List<Need> needs,
        List<Removal> removals,
        List<SolveProblem> problems,
        List<String> remarks,
        String solver) {
    /** With lists that nobody changes. */
    public SolveAnswer {
        packages = List.copyOf(packages);
        needs = List.copyOf(needs);
        removals = List.copyOf(removals);
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }

    /** Tells whether there is a set. */
    public boolean isSolved() {
        return problems.isEmpty();
    }
}
