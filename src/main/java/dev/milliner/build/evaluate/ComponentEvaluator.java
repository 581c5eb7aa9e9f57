package dev.milliner.build.evaluate;

import dev.milliner.build.host.Containment;
import dev.milliner.build.run.PrivateHome;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayBasis;
import dev.milliner.upstream.SourceUnavailableException;
import java.util.Optional;

/**
 * Asks rpm what a component's overlays and build options change. It blocks for some tenths of a second, or up to the
 * limits where a spec means ill; an interrupt of the thread ends rpm and the waiting. Nothing of it knows a screen:
 *
 * <pre>{@code
 * Optional<TrustedTree> trusted = TrustedTrees.ofUser().find(distro.tree().root());
 * // Where it is empty, ask the user, and only then: TrustedTrees.ofUser().trust(distro.tree().root())
 * ComponentEvaluator evaluator = ComponentEvaluator.of(trusted.get(), distro); // reads macros; keep it for the distro
 * ComponentEvaluation answer = evaluator.evaluate(OverlaidComponent.of(distro, component, found));
 * }</pre>
 *
 * <p>Where the tree is read from does not count: unsaved texts and commits are evaluated like files of the disk. What
 * {@link OverlaidComponent#basis} says of the overlays' effects goes for the answer too: on a rendered spec it is what
 * changed since that was rendered.
 */
public final class ComponentEvaluator {
    private final Distro distro;
    private final EvaluationLimits limits;
    private final DistroMacros macros;

    private ComponentEvaluator(Distro distro, EvaluationLimits limits, DistroMacros macros) {
        this.distro = distro;
        this.limits = limits;
        this.macros = macros;
    }

    /**
     * For the components of a distro, within the usual limits and with the distro's macros, which may be fetched.
     *
     * @param trusted the tree that it is read from
     */
    public static ComponentEvaluator of(TrustedTree trusted, Distro distro) {
        return of(trusted, distro, EvaluationLimits.USUAL, DistroMacros.of(distro));
    }

    /**
     * For the components of a distro.
     *
     * @param trusted the tree that it is read from
     */
    public static ComponentEvaluator of(
            TrustedTree trusted, Distro distro, EvaluationLimits limits, DistroMacros macros) {
        if (!trusted.holds(distro)) {
            throw new IllegalArgumentException("Another tree is trusted than that of this distro.");
        }
        return new ComponentEvaluator(distro, limits, macros);
    }

    /**
     * Asks for one component.
     *
     * @param overlaid the component with its sources and what its overlays do
     * @throws EvaluationUnavailableException when this host cannot ask rpm, or not safely
     * @throws SourceUnavailableException when only a rendered spec is at hand of which it isn't known what it was made of
     */
    public ComponentEvaluation evaluate(OverlaidComponent overlaid)
            throws EvaluationUnavailableException, SourceUnavailableException, InterruptedException {
        String name = overlaid.component().name();
        if (overlaid.basis() instanceof OverlayBasis.RenderedAlone alone) {
            throw new SourceUnavailableException("What the overlays of " + name
                    + " change for rpm can't be told from its rendered spec, which has them in it. " + alone.why());
        }
        if (!Containment.isAvailable()) {
            throw new EvaluationUnavailableException(
                    "This host refuses what keeps the commands of specs from it, so rpm"
                            + " was not asked. To change that, " + Containment.remedy() + ".");
        }
        SpecEvaluator evaluator = new SpecEvaluator(limits, macros, PrivateHome.distTag(distro));
        String spec = name + ".spec";
        SpecAnswer before = evaluator.of(spec, overlaid.application().original());
        if (!overlaid.application().succeeded()) {
            SpecAnswer none = new SpecAnswer.None("An overlay does not apply: "
                    + overlaid.application().fault().orElse(""));
            return new ComponentEvaluation(before, none, macros, Optional.empty());
        }
        SpecAnswer after = evaluator.of(spec, overlaid.application().result());
        Optional<Problem> problem = after instanceof SpecAnswer.Unparsable complaint
                ? Optional.of(
                        new SpecCulprit(overlaid, evaluator).of(complaint, before instanceof SpecAnswer.Evaluated))
                : Optional.empty();
        return new ComponentEvaluation(before, after, macros, problem);
    }
}
