package dev.milliner.refactor;

import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.refactor.RefactoringAnswer.Proposal;
import dev.milliner.refactor.RefactoringAnswer.Refusal;
import java.util.List;
import java.util.Optional;

/** Works refactorings out, and proves them: the distro is resolved with the change before anybody sees it. */
public final class Refactor {
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
            Optional<String> fault = Proof.fault(outcome, differences, distro, after);
            return fault.<RefactoringAnswer>map(Refusal::new)
                    .orElseGet(() -> new Proposal(refactoring.title(), edit, differences, outcome.remarks()));
        } catch (Obstacle obstacle) {
            return new Refusal(obstacle.reason());
        }
    }
}
