package dev.milliner.solve.worker;

import dev.milliner.solve.SolveProblem;
import dev.milliner.solve.SolveReason;
import java.util.List;
import java.util.Map;

/**
 * What a phase comes to.
 *
 * @param packages all that is installed after it, as Ids of the repositories' packages, in their order
 * @param reasons why each that it installs is there
 * @param problems why it cannot be done
 * @param remarks what DNF warns of and does all the same
 */
record PhaseOutcome(
        List<Integer> packages, Map<Integer, SolveReason> reasons, List<SolveProblem> problems, List<String> remarks) {}
