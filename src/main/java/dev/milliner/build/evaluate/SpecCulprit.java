package dev.milliner.build.evaluate;

import dev.milliner.distro.Overlay;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.overlay.OverlayStep;
import dev.milliner.overlay.Sources;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayEffect;
import java.util.List;
import java.util.Optional;

/**
 * Finds what makes a prepared spec unreadable for rpm: the overlay that wrote the line that rpm names, else the one after
 * which rpm reads the spec no more, which takes a few more readings.
 *
 * @param overlaid the component
 * @param evaluator asks rpm
 */
record SpecCulprit(OverlaidComponent overlaid, SpecEvaluator evaluator) {
    private static final String CODE = "spec-unreadable";

    /**
     * Says what is wrong, and where.
     *
     * @param complaint of the prepared spec
     * @param soundBefore whether rpm reads the spec as it comes
     */
    Problem of(SpecAnswer.Unparsable complaint, boolean soundBefore)
            throws EvaluationUnavailableException, InterruptedException {
        Optional<Overlay> overlay = ofLine(complaint);
        if (overlay.isEmpty() && soundBefore) {
            overlay = ofStep();
        }
        String where = complaint.line() == 0 ? complaint.file() : complaint.file() + ":" + complaint.line();
        String said = "rpm cannot read the spec, at " + where + ": " + complaint.message();
        if (overlay.isPresent()) {
            return new Problem(
                    Severity.ERROR,
                    CODE,
                    "With this overlay " + said,
                    overlay.get().place());
        }
        String with = soundBefore
                ? "With its build options "
                : evaluator.macros().areOfHost()
                        ? "With this host's macros, and with or without its overlays, "
                        : "With or without its overlays ";
        return new Problem(
                Severity.ERROR, CODE, with + said, overlaid.component().place());
    }

    private Optional<Overlay> ofLine(SpecAnswer.Unparsable complaint) {
        int[] owners = overlaid.blame().owners(complaint.file());
        int line = complaint.line() - 1;
        if (line < 0 || line >= owners.length) {
            return Optional.empty();
        }
        int number = overlaid.numberOfStep(owners[line]);
        return overlaid.effects().stream()
                .filter(effect -> effect.number() == number)
                .map(OverlayEffect::overlay)
                .findFirst();
    }

    /** Halves the steps between the sources as they come, which rpm reads, and the result, which it does not. */
    private Optional<Overlay> ofStep() throws EvaluationUnavailableException, InterruptedException {
        List<OverlayStep> steps = overlaid.application().steps();
        int sound = -1;
        int broken = steps.size();
        while (broken - sound > 1) {
            int middle = (sound + broken) / 2;
            if (isSound(steps.get(middle).after())) {
                sound = middle;
            } else {
                broken = middle;
            }
        }
        return broken == steps.size() ? Optional.empty() : steps.get(broken).overlay();
    }

    private boolean isSound(Sources sources) throws EvaluationUnavailableException, InterruptedException {
        return evaluator.of(overlaid.component().name() + ".spec", sources) instanceof SpecAnswer.Evaluated;
    }
}
