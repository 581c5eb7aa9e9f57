package dev.milliner.solve.worker;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.milliner.solve.SolveProblem;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads out of a solver why there is no solution, and what would be one. */
final class ProblemReader {
    /** A tangle of problems can have thousands of rules; nobody reads more than these. */
    private static final int MOST = 20;

    private final Libsolv solv;
    private final MemorySegment solver;

    ProblemReader(Libsolv solv, MemorySegment solver) {
        this.solv = solv;
        this.solver = solver;
    }

    List<SolveProblem> read() {
        List<SolveProblem> problems = new ArrayList<>();
        int problem = solv.number("solver_next_problem", solver, 0);
        while (problem != 0 && problems.size() < MOST) {
            problems.add(new SolveProblem(
                    solv.string("solver_problem2str", solver, problem),
                    details(problem),
                    solutions(problem),
                    Optional.empty(),
                    0));
            problem = solv.number("solver_next_problem", solver, problem);
        }
        return problems;
    }

    private List<String> details(int problem) {
        Set<String> details = new LinkedHashSet<>();
        try (IdQueue rules = new IdQueue(solv);
                Arena arena = Arena.ofConfined()) {
            solv.call("solver_findallproblemrules", solver, problem, rules.struct());
            MemorySegment from = arena.allocate(JAVA_INT);
            MemorySegment to = arena.allocate(JAVA_INT);
            MemorySegment dependency = arena.allocate(JAVA_INT);
            for (int rule : rules.toArray()) {
                int type = solv.number("solver_ruleinfo", solver, rule, from, to, dependency);
                details.add(solv.string(
                        "solver_problemruleinfo2str",
                        solver,
                        type,
                        from.get(JAVA_INT, 0),
                        to.get(JAVA_INT, 0),
                        dependency.get(JAVA_INT, 0)));
                if (details.size() == MOST) {
                    break;
                }
            }
        }
        return List.copyOf(details);
    }

    private List<String> solutions(int problem) {
        List<String> solutions = new ArrayList<>();
        int solution = solv.number("solver_next_solution", solver, problem, 0);
        while (solution != 0 && solutions.size() < MOST) {
            solutions.add(solution(problem, solution));
            solution = solv.number("solver_next_solution", solver, problem, solution);
        }
        return solutions;
    }

    private String solution(int problem, int solution) {
        List<String> elements = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment p = arena.allocate(JAVA_INT);
            MemorySegment rp = arena.allocate(JAVA_INT);
            int element = solv.number("solver_next_solutionelement", solver, problem, solution, 0, p, rp);
            while (element != 0) {
                elements.add(
                        solv.string("solver_solutionelement2str", solver, p.get(JAVA_INT, 0), rp.get(JAVA_INT, 0)));
                element = solv.number("solver_next_solutionelement", solver, problem, solution, element, p, rp);
            }
        }
        return String.join("; ", elements);
    }
}
