package dev.milliner.refactor;

import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Problem;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.refactor.RefactoringAnswer.Proposal;
import dev.milliner.refactor.RefactoringAnswer.Refusal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works refactorings out, and proves them: the distro is resolved with the change before anybody sees it. */
public final class Refactor {
    private static final int FEW = 3;

    private final Distro distro;
    private final DistroLoader loader;

    /**
     * For one state of a distro.
     *
     * @param distro the state
     * @param loader reads the distro with the changes; best the one that read the distro itself, as it knows most files
     */
    public Refactor(Distro distro, DistroLoader loader) {
        this.distro = distro;
        this.loader = loader;
    }

    /** Works a refactoring out. Nothing is written. */
    public RefactoringAnswer answer(Refactoring refactoring) {
        try {
            Draft draft = new Draft(distro);
            Outcome outcome = refactoring.make(draft);
            WorkspaceEdit edit = draft.edit();
            Distro after = loader.load(edit.over(distro.tree()));
            List<Difference> differences = Difference.between(distro, after);
            Optional<String> fault = unmeant(outcome.differences(), differences)
                    .or(() -> worse(after))
                    .or(() -> outcome.fault().apply(after));
            return fault.<RefactoringAnswer>map(Refusal::new)
                    .orElseGet(() -> new Proposal(refactoring.title(), edit, differences, outcome.remarks()));
        } catch (Obstacle obstacle) {
            return new Refusal(obstacle.reason());
        }
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
    private Optional<String> worse(Distro after) {
        Map<String, Integer> left = new HashMap<>();
        distro.problems().forEach(problem -> left.merge(problem.code(), 1, Integer::sum));
        return after.problems().stream()
                .filter(problem -> left.merge(problem.code(), -1, Integer::sum) < 0)
                .findFirst()
                .map(Refactor::brought);
    }

    private static String brought(Problem problem) {
        return "Nothing is changed, as it would bring a problem to "
                + problem.place().file() + ", line " + problem.place().range().line() + ": " + problem.message();
    }
}
