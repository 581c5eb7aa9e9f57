package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Overlay;
import dev.milliner.overlay.Blame;
import dev.milliner.overlay.BuildOptions;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.OverlayStep;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.Rerendered;
import dev.milliner.overlay.SourceFrame;
import dev.milliner.overlay.SourcePreparation;
import dev.milliner.overlay.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a component's overlays do to its sources.
 *
 * @param component the component
 * @param found its sources and where they were had
 * @param application what each step did
 * @param effects what each written overlay did, in the order they are written
 * @param basis what the effects are shown on
 */
public record OverlaidComponent(
        Component component,
        FoundSources found,
        OverlayApplication application,
        List<OverlayEffect> effects,
        OverlayBasis basis) {

    /** Applies a component's overlays to sources as they come; what they do to rendered ones stays unknown. */
    public static OverlaidComponent of(Distro distro, Component component, FoundSources found) {
        if (!found.origin().isTrue()) {
            return unknown(component, found, found.why().orElse(""));
        }
        OverlayApplication application =
                SourcePreparation.apply(Recipe.of(component), found.sources(), ComponentSources.reader(distro));
        List<OverlayStep> written = written(application);
        List<OverlayEffect> effects = new ArrayList<>();
        for (int i = 0; i < component.overlays().size(); i++) {
            Overlay overlay = component.overlays().get(i);
            effects.add(i < written.size() ? reached(overlay, i + 1, written.get(i)) : notReached(overlay, i + 1));
        }
        return new OverlaidComponent(
                component, found, application, List.copyOf(effects), new OverlayBasis.AsTheyCome(found.origin()));
    }

    /**
     * Applies a component's overlays to what was found: all of them to sources as they come, and to a rendered spec those
     * that have changed since it was rendered.
     *
     * @param bases find what a rendered spec was made of
     */
    public static OverlaidComponent of(Distro distro, Component component, FoundSources found, RenderedBases bases) {
        if (found.origin().isTrue()) {
            return of(distro, component, found);
        }
        try {
            RenderedBasis basis = bases.of(distro, component);
            return since(basis, component, found, RenderedSince.of(distro, component, basis));
        } catch (SourceUnavailableException unknown) {
            return unknown(component, found, unknown.reason());
        }
    }

    /**
     * Applies what has changed in a component's overlays since a state before to the rendered spec of then.
     *
     * @throws SourceUnavailableException where that does not say what would be rendered; the message says why
     */
    public static OverlaidComponent of(Distro distro, Component component, RenderedBasis basis)
            throws SourceUnavailableException {
        Rerendered anew = RenderedSince.of(distro, component, basis);
        FoundSources found = new FoundSources(anew.application().original(), SourceOrigin.RENDERED, Optional.empty());
        return since(basis, component, found, anew);
    }

    private static OverlaidComponent since(
            RenderedBasis basis, Component component, FoundSources found, Rerendered anew)
            throws SourceUnavailableException {
        List<OverlayStep> written = written(anew.application());
        List<OverlayEffect> effects = new ArrayList<>();
        RenderedEvidence evidence = basis.evidence(component.name());
        int next = 0;
        for (int i = 0; i < component.overlays().size(); i++) {
            Overlay overlay = component.overlays().get(i);
            if (anew.standing().contains(i)) {
                effects.add(rendered(overlay, i + 1, OverlayReach.STANDING, evidence));
            } else if (next < written.size()) {
                effects.add(reached(overlay, i + 1, written.get(next++)));
            } else {
                effects.add(notReached(overlay, i + 1));
            }
        }
        int applied = (int) effects.stream().filter(OverlayEffect::isReached).count();
        int takenBack = anew.application().steps().size() - written.size();
        return new OverlaidComponent(
                component,
                found,
                anew.application(),
                List.copyOf(effects),
                new OverlayBasis.RenderedThen(basis.words(), applied, takenBack));
    }

    private static OverlaidComponent unknown(Component component, FoundSources found, String why) {
        List<OverlayEffect> effects = new ArrayList<>();
        RenderedEvidence evidence = RenderedEvidence.in(found.sources(), component.name() + ".spec");
        for (Overlay overlay : component.overlays()) {
            effects.add(rendered(overlay, effects.size() + 1, OverlayReach.UNKNOWN, evidence));
        }
        OverlayApplication none = new OverlayApplication(found.sources(), List.of(), found.sources(), Optional.empty());
        return new OverlaidComponent(component, found, none, List.copyOf(effects), new OverlayBasis.RenderedAlone(why));
    }

    /** The steps of written overlays, without those that azldev adds. */
    private static List<OverlayStep> written(OverlayApplication application) {
        return application.steps().stream()
                .filter(step -> step.overlay().isPresent())
                .toList();
    }

    /**
     * What each overlay does where those that fail are left out, so that one that fails does not hide the rest. The
     * application is that of the overlays that did not fail.
     */
    static OverlaidComponent leavingOutFailures(Distro distro, Component component, FoundSources found) {
        Recipe whole = Recipe.of(component);
        List<Overlay> overlays = component.overlays();
        List<Integer> kept =
                new ArrayList<>(IntStream.range(0, overlays.size()).boxed().toList());
        OverlayEffect[] effects = new OverlayEffect[overlays.size()];
        while (true) {
            Recipe recipe = new Recipe(
                    whole.name(), kept.stream().map(overlays::get).toList(), whole.options(), whole.sourceFiles());
            OverlayApplication application =
                    SourcePreparation.apply(recipe, found.sources(), ComponentSources.reader(distro));
            List<OverlayStep> written = written(application);
            boolean failed = !written.isEmpty() && written.getLast().error().isPresent();
            if (failed) {
                int at = written.size() - 1;
                int index = kept.get(at);
                kept.subList(at, at + 1).clear();
                effects[index] = reached(overlays.get(index), index + 1, written.getLast());
                continue;
            }
            for (int i = 0; i < kept.size(); i++) {
                int index = kept.get(i);
                effects[index] = i < written.size()
                        ? reached(overlays.get(index), index + 1, written.get(i))
                        : notReached(overlays.get(index), index + 1);
            }
            return new OverlaidComponent(
                    component, found, application, List.of(effects), new OverlayBasis.AsTheyCome(found.origin()));
        }
    }

    private static OverlayEffect reached(Overlay overlay, int number, OverlayStep step) {
        List<FileChange> changes = FileChange.between(step.before(), step.after());
        OverlayVerdict verdict = OverlayVerdict.of(overlay, changes, step.error());
        return new OverlayEffect(overlay, number, OverlayReach.REACHED, step.index(), changes, step.error(), verdict);
    }

    private static OverlayEffect notReached(Overlay overlay, int number) {
        OverlayVerdict verdict = new OverlayVerdict(OverlayVerdict.Kind.NOT_REACHED, "not reached");
        return new OverlayEffect(overlay, number, OverlayReach.NOT_REACHED, -1, List.of(), Optional.empty(), verdict);
    }

    private static OverlayEffect rendered(Overlay overlay, int number, OverlayReach reach, RenderedEvidence evidence) {
        String none = reach == OverlayReach.STANDING ? "in the rendered spec" : "no sign in the rendered spec";
        OverlayVerdict verdict = new OverlayVerdict(
                OverlayVerdict.Kind.UNKNOWN, evidence.of(overlay).orElse(none));
        return new OverlayEffect(overlay, number, reach, -1, List.of(), Optional.empty(), verdict);
    }

    /** Tells whether an overlay and the next, counted from 0, lead to the same files when they change places. */
    boolean sameWhenSwapped(int index) {
        OverlayStep first = application.steps().get(effects.get(index).step());
        OverlayStep second = application.steps().get(effects.get(index + 1).step());
        Recipe swapped = new Recipe(
                component.name(),
                List.of(effects.get(index + 1).overlay(), effects.get(index).overlay()),
                BuildOptions.NONE,
                JsonNodeFactory.instance.arrayNode());
        OverlayApplication other = SourcePreparation.apply(swapped, first.before(), path -> Optional.empty());
        return other.steps().size() >= 2
                && other.steps().stream().limit(2).allMatch(step -> step.error().isEmpty())
                && other.steps().get(1).after().equals(second.after());
    }

    /**
     * The sources that the last overlay leaves, and a new one behind it would find: without what azldev adds last of all.
     *
     * @throws OverlayException where the overlays fail
     */
    public Sources left() throws OverlayException {
        if (application.fault().isPresent()) {
            throw new OverlayException(application.fault().get());
        }
        Recipe recipe = Recipe.of(component);
        return basis.isTrue() ? SourceFrame.left(recipe, application) : unfinished(recipe, application.result());
    }

    /**
     * The sources that an overlay finds, or would find, where it was left out.
     *
     * @param number its number, from 1
     * @throws OverlayException where azldev refuses the sources before any
     */
    Sources leftBefore(int number) throws OverlayException {
        for (OverlayEffect effect : effects.subList(0, number - 1).reversed()) {
            if (effect.isReached() && effect.error().isEmpty()) {
                return application.steps().get(effect.step()).after();
            }
        }
        return SourceFrame.begun(Recipe.of(component), application.original());
    }

    /** A rendered spec that lacks what azldev writes last was edited by hand, and is taken as it is. */
    private static Sources unfinished(Recipe recipe, Sources rendered) {
        try {
            return SourceFrame.unfinished(recipe, rendered);
        } catch (OverlayException unmarked) {
            return rendered;
        }
    }

    /** All files that differ in the end. */
    public List<FileChange> changes() {
        return FileChange.between(application.original(), application.result());
    }

    /** Which step each line of the result comes from. */
    public Blame blame() {
        return Blame.of(application);
    }

    /** The number of the written overlay behind a step of {@link Blame}; 0 for azldev's own steps and upstream. */
    public int numberOfStep(int blameStep) {
        return effects.stream()
                .filter(effect -> effect.step() == blameStep - 1 && effect.isReached())
                .mapToInt(OverlayEffect::number)
                .findFirst()
                .orElse(0);
    }
}
