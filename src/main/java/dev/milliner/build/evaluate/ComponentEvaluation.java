package dev.milliner.build.evaluate;

import dev.milliner.distro.Problem;
import java.util.Optional;

/**
 * What rpm makes of a component before and after its overlays and build options.
 *
 * @param before of its sources as they come
 * @param after of its prepared sources, as a build reads them
 * @param macros the macros that rpm read both with
 * @param problem where rpm cannot read the prepared spec: what is wrong, at the overlay that does it, else at the component
 */
public record ComponentEvaluation(SpecAnswer before, SpecAnswer after, DistroMacros macros, Optional<Problem> problem) {
    /** What the overlays and build options change for rpm; empty where it has no answer for one side. */
    public Optional<SpecEvaluationDifference> difference() {
        return before instanceof SpecAnswer.Evaluated(SpecEvaluation old)
                        && after instanceof SpecAnswer.Evaluated(SpecEvaluation now)
                ? Optional.of(SpecEvaluationDifference.between(old, now))
                : Optional.empty();
    }
}
