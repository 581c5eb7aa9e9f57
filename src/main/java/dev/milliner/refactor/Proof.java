package dev.milliner.refactor;

import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what a refactoring meant against what the distro resolves to with it. */
final class Proof {
    private static final int FEW = 3;

    private Proof() {}

    /** What is not as it was meant; empty where all is. */
    static Optional<String> fault(Outcome outcome, List<Difference> differences, Distro before, Distro after) {
        return unmeant(outcome.differences(), differences)
                .or(() -> worse(before, after))
                .or(() -> outcome.fault().apply(after));
    }

    private static Optional<String> unmeant(Set<Difference> meant, List<Difference> found) {
        Set<Difference> odd = new LinkedHashSet<>(found);
        odd.removeAll(meant);
        if (!odd.isEmpty()) {
            return Optional.of("Nothing is changed, as the distro would resolve to something else than is meant: "
                    + odd.stream().limit(FEW).map(Difference::words).collect(Collectors.joining(", "))
                    + (odd.size() > FEW ? " and " + (odd.size() - FEW) + " more." : "."));
        }
        return meant.stream()
                .filter(one -> !found.contains(one))
                .findFirst()
                .map(missing ->
                        "Nothing is changed, as it would not come to what is meant: that " + missing.words() + ".");
    }

    /** A problem that was not there before. Their places move, so they are counted. */
    private static Optional<String> worse(Distro distro, Distro after) {
        Map<String, Integer> left = new HashMap<>();
        distro.problems().forEach(problem -> left.merge(problem.code(), 1, Integer::sum));
        return after.problems().stream()
                .filter(problem -> left.merge(problem.code(), -1, Integer::sum) < 0)
                .findFirst()
                .map(Proof::brought);
    }

    private static String brought(Problem problem) {
        return "Nothing is changed, as it would bring a problem to "
                + problem.place().file() + ", line " + problem.place().range().line() + ": " + problem.message();
    }
}
