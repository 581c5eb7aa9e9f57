package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Overlay;
import dev.milliner.overlay.Blame;
import dev.milliner.overlay.BuildOptions;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.OverlayStep;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.SourcePreparation;
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
 */
public record OverlaidComponent(
        Component component, FoundSources found, OverlayApplication application, List<Effect> effects) {

    /**
     * What one written overlay did.
     *
     * @param overlay the overlay
     * @param number its number among the component's overlays, from 1
     * @param step its step's index, or -1 where an earlier one failed and it was not reached
     * @param changes the files it changed
     * @param error why it failed, or empty
     */
    public record Effect(Overlay overlay, int number, int step, List<FileChange> changes, Optional<String> error) {
        /** Tells whether it was applied, with whatever effect. */
        public boolean isReached() {
            return step >= 0;
        }

        /** The lines it added, over all files. */
        public int added() {
            return changes.stream().mapToInt(FileChange::added).sum();
        }

        /** The lines it removed, over all files. */
        public int removed() {
            return changes.stream().mapToInt(FileChange::removed).sum();
        }
    }

    /** Applies a component's overlays to sources that were found before. */
    public static OverlaidComponent of(Distro distro, Component component, FoundSources found) {
        OverlayApplication application =
                SourcePreparation.apply(Recipe.of(component), found.sources(), ComponentSources.reader(distro));
        List<Overlay> overlays = component.overlays();
        List<OverlayStep> written = application.steps().stream()
                .filter(step -> step.overlay().isPresent())
                .toList();
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < overlays.size(); i++) {
            effects.add(
                    i < written.size()
                            ? reached(overlays.get(i), i + 1, written.get(i))
                            : unreached(overlays.get(i), i + 1));
        }
        return new OverlaidComponent(component, found, application, List.copyOf(effects));
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
        Effect[] effects = new Effect[overlays.size()];
        while (true) {
            Recipe recipe = new Recipe(
                    whole.name(), kept.stream().map(overlays::get).toList(), whole.options(), whole.sourceFiles());
            OverlayApplication application =
                    SourcePreparation.apply(recipe, found.sources(), ComponentSources.reader(distro));
            List<OverlayStep> written = application.steps().stream()
                    .filter(step -> step.overlay().isPresent())
                    .toList();
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
                        : unreached(overlays.get(index), index + 1);
            }
            return new OverlaidComponent(component, found, application, List.of(effects));
        }
    }

    private static Effect reached(Overlay overlay, int number, OverlayStep step) {
        return new Effect(overlay, number, step.index(), FileChange.between(step.before(), step.after()), step.error());
    }

    private static Effect unreached(Overlay overlay, int number) {
        return new Effect(overlay, number, -1, List.of(), Optional.empty());
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

    /** What an overlay does now, in a few words; on a rendered spec, what signs there are of it. */
    public OverlayVerdict verdict(Effect effect) {
        if (found.origin().isTrue()) {
            return OverlayVerdict.of(effect, found.origin());
        }
        String signs = RenderedEvidence.of(effect.overlay(), found.sources(), component.name() + ".spec")
                .orElse("no sign in the rendered spec");
        return new OverlayVerdict(OverlayVerdict.Kind.UNKNOWN, signs);
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
                .mapToInt(Effect::number)
                .findFirst()
                .orElse(0);
    }
}
