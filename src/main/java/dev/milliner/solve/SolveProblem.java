package dev.milliner.solve;

import java.util.List;
import java.util.Optional;

/**
 * Why there is no answer.
 *
 * @param message one line, in DNF's words where DNF has some
 * @param details the rules that led to it, one a line
 * @param solutions what would solve it, one a line; for an argument that nothing matches, names that are near it
 * @param unmatched the argument that nothing matches, where that is the problem
 * @param phase the phase it happens in, counted from 0
 */
public record SolveProblem(
        String message, List<String> details, List<String> solutions, Optional<String> unmatched, int phase) {
    /** With lists that nobody changes. */
    public SolveProblem {
        details = List.copyOf(details);
        solutions = List.copyOf(solutions);
    }
}
