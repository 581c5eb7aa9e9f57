package dev.milliner.review;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The problems that come and go. One that only stands in another line or file is the same.
 *
 * @param introduced those that were not there, with their places in the state after
 * @param solved those that are gone, with their places in the state before
 */
public record ProblemChanges(List<Problem> introduced, List<Problem> solved) {
    private static final Pattern LINE = Pattern.compile("(?<=line |:)\\d+");

    /** What makes a problem the same, wherever it stands. */
    private record Identity(Severity severity, String code, String message) {
        static Identity of(Problem problem) {
            return new Identity(
                    problem.severity(),
                    problem.code(),
                    LINE.matcher(problem.message()).replaceAll("#"));
        }
    }

    /** The problems that two states have differently. */
    static ProblemChanges between(List<Problem> before, List<Problem> after) {
        return new ProblemChanges(without(after, before), without(before, after));
    }

    private static List<Problem> without(List<Problem> problems, List<Problem> others) {
        Map<Identity, Integer> known = new HashMap<>();
        others.forEach(problem -> known.merge(Identity.of(problem), 1, Integer::sum));
        List<Problem> left = new ArrayList<>();
        for (Problem problem : problems) {
            Integer same = known.computeIfPresent(Identity.of(problem), (one, count) -> count - 1);
            if (same == null || same < 0) {
                left.add(problem);
            }
        }
        return List.copyOf(left);
    }

    /** Tells whether any that comes is an error. */
    public boolean introducesErrors() {
        return introduced.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
