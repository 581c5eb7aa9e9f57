package dev.milliner.solve.worker;

import dev.milliner.solve.DnfGeneration;
import dev.milliner.solve.SolvePhase;
import dev.milliner.solve.SolveProblem;
import dev.milliner.solve.SolveReason;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One installation, with the flags DNF sets. */
final class PhaseSolver {
    private final PackagePool pool;
    private final Libsolv solv;
    private final SolvePhase phase;
    private final List<Integer> base;
    private final boolean reasons;

    PhaseSolver(PackagePool pool, SolvePhase phase, List<Integer> base, boolean reasons) {
        this.pool = pool;
        this.solv = pool.solv();
        this.phase = phase;
        this.base = base;
        this.reasons = reasons;
    }

    PhaseOutcome solve() {
        pool.files().prepareArguments(phase.install());
        pool.installed().set(base);
        Jobs jobs = Jobs.of(pool, phase, base);
        if (!jobs.problems().isEmpty()) {
            return new PhaseOutcome(List.of(), Map.of(), jobs.problems(), jobs.remarks());
        }
        PhaseOutcome outcome = run(jobs);
        return outcome.problems().isEmpty() && !phase.remove().isEmpty() ? without(outcome, jobs) : outcome;
    }

    /** Takes packages out again with what only they needed. */
    private PhaseOutcome without(PhaseOutcome outcome, Jobs jobs) {
        pool.installed().set(outcome.packages());
        PhaseOutcome left = run(Jobs.removal(pool, phase, jobs, outcome.packages()));
        return new PhaseOutcome(left.packages(), outcome.reasons(), left.problems(), outcome.remarks());
    }

    private PhaseOutcome run(Jobs jobs) {
        MemorySegment solver = solv.pointer("solver_create", pool.address());
        try (IdQueue queue = new IdQueue(solv)) {
            flags(solver, jobs.allowUninstall());
            queue.add(jobs.ids());
            if (solv.number("solver_solve", solver, queue.struct()) != 0) {
                return new PhaseOutcome(List.of(), Map.of(), problems(solver), jobs.remarks());
            }
            List<Integer> packages = result(solver);
            List<SolveProblem> tooMany = InstallOnly.tooMany(pool, packages);
            if (!tooMany.isEmpty()) {
                return new PhaseOutcome(List.of(), Map.of(), tooMany, jobs.remarks());
            }
            Map<Integer, SolveReason> why =
                    reasons ? new Decisions(pool, solver, jobs).reasons(packages) : new HashMap<>();
            return new PhaseOutcome(packages, why, List.of(), jobs.remarks());
        } finally {
            solv.call("solver_free", solver);
        }
    }

    private void flags(MemorySegment solver, boolean uninstall) {
        SolverFlag.set(solv, solver);
        if (phase.settings().generation() == DnfGeneration.DNF5) {
            // Older libraries do not know this one and say so; dnf5 leaves it out there too.
            solv.number("solver_set_flag", solver, SolverFlag.FOCUS_NEW, 1);
        }
        solv.number("solver_set_flag", solver, SolverFlag.IGNORE_RECOMMENDED, phase.weak() ? 0 : 1);
        solv.number("solver_set_flag", solver, SolverFlag.ALLOW_UNINSTALL, uninstall ? 1 : 0);
    }

    private List<Integer> result(MemorySegment solver) {
        MemorySegment transaction = solv.pointer("solver_create_transaction", solver);
        try (IdQueue queue = new IdQueue(solv)) {
            solv.number("transaction_installedresult", transaction, queue.struct());
            List<Integer> packages = new ArrayList<>(queue.count());
            for (int id : queue.toArray()) {
                packages.add(pool.installed().original(id));
            }
            packages.sort(null);
            return List.copyOf(packages);
        } finally {
            solv.call("transaction_free", transaction);
        }
    }

    private List<SolveProblem> problems(MemorySegment solver) {
        return new ProblemReader(solv, solver).read();
    }
}
