package dev.milliner.solve.worker;

import dev.milliner.solve.SolveReason;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads out of a solver why it chose what it chose. */
final class Decisions {
    /** Decision, reason, rule, bits, type, from, to, dependency. */
    private static final int GROUP = 8;

    private final PackagePool pool;
    private final MemorySegment solver;
    private final Jobs jobs;

    Decisions(PackagePool pool, MemorySegment solver, Jobs jobs) {
        this.pool = pool;
        this.solver = solver;
        this.jobs = jobs;
    }

    Map<Integer, SolveReason> reasons(List<Integer> packages) {
        Map<Integer, SolveReason> reasons = new HashMap<>();
        try (IdQueue ids = new IdQueue(pool.solv());
                IdQueue list = new IdQueue(pool.solv())) {
            ids.add(packages);
            pool.solv()
                    .call(
                            "solver_get_decisionlist_multiple",
                            solver,
                            ids.struct(),
                            SolverFlag.DECISIONS_OF_SOLVABLES | SolverFlag.DECISIONS_WITH_INFO,
                            list.struct());
            int[] decisions = list.toArray();
            for (int at = 0; at + GROUP <= decisions.length; at += GROUP) {
                int decision = decisions[at];
                if (decision > 0) {
                    int original = pool.installed().original(decision);
                    reasons.putIfAbsent(original, reason(original, decisions, at));
                }
            }
        }
        return reasons;
    }

    private SolveReason reason(int decided, int[] decisions, int at) {
        int from = decisions[at + 5];
        int dependency = decisions[at + 7];
        String asked = jobs.asked().get(decided);
        if (asked != null) {
            boolean plain = asked.equals(pool.facts(decided).nevra().name());
            return new SolveReason(SolveReason.Kind.ASKED, "", plain ? "" : asked);
        }
        return switch (decisions[at + 4]) {
            case SolverFlag.RULE_REQUIRES -> reason(SolveReason.Kind.REQUIRED, from, dependency);
            case SolverFlag.RULE_RECOMMENDS -> reason(SolveReason.Kind.RECOMMENDED, from, dependency);
            case SolverFlag.RULE_SUPPLEMENTS ->
                new SolveReason(
                        SolveReason.Kind.SUPPLEMENTS, "", pool.solvables().capability(dependency));
            default -> SolveReason.NONE;
        };
    }

    private SolveReason reason(SolveReason.Kind kind, int from, int dependency) {
        return new SolveReason(
                kind, pool.solvables().name(from), pool.solvables().capability(dependency));
    }
}
