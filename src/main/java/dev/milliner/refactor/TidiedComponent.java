package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Overlay;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.OverlayStep;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.SourcePreparation;
import dev.milliner.overlay.Sources;
import dev.milliner.overlay.derive.OtherForms;
import dev.milliner.overlay.derive.OverlayTable;
import dev.milliner.upstream.ComponentSources;
import dev.milliner.upstream.FoundSources;
import dev.milliner.upstream.SourceUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A component whose overlays have other forms.
 *
 * @param component its name
 * @param original its sources as they come
 * @param result what its overlays make of them, and are to make of them still
 * @param forms the overlays with what they can be instead, in the order in which they apply
 */
record TidiedComponent(String component, Sources original, Sources result, List<Form> forms) {
    /** An overlay with what it can be instead. */
    record Form(Overlay overlay, OverlayTable before, OverlayTable now) {}

    static TidiedComponent of(Draft draft, Component component) throws Obstacle {
        Distro distro = draft.distro();
        Sources original = sources(distro, component);
        Recipe recipe = Recipe.of(component);
        OverlayApplication applied = SourcePreparation.apply(recipe, original, ComponentSources.reader(distro));
        if (applied.fault().isPresent()) {
            throw new Obstacle("The overlays of '" + component.name()
                    + "' fail, so no other form can be held against what they do: "
                    + applied.fault().get());
        }
        List<Form> forms = new ArrayList<>();
        for (OverlayStep step : applied.steps()) {
            step.overlay()
                    .filter(overlay -> isAlone(distro, component, overlay))
                    .flatMap(overlay -> form(recipe, step, overlay))
                    .ifPresent(forms::add);
        }
        return new TidiedComponent(component.name(), original, applied.result(), List.copyOf(forms));
    }

    private static Sources sources(Distro distro, Component component) throws Obstacle {
        try {
            return FoundSources.asTheyComeAtHand(distro, component)
                    .map(FoundSources::sources)
                    .orElseThrow(() -> new Obstacle("The sources of '" + component.name()
                            + "' as they come are not at hand. Fetch them first."));
        } catch (SourceUnavailableException none) {
            throw new Obstacle(none.reason());
        }
    }

    /** What a group or a shared overlay file says is said for others too. */
    private static boolean isAlone(Distro distro, Component component, Overlay overlay) {
        return distro.components().values().stream()
                .filter(other -> other != component && other.hasOverlays())
                .flatMap(other -> other.overlays().stream())
                .noneMatch(other -> other.place().equals(overlay.place()));
    }

    private static Optional<Form> form(Recipe recipe, OverlayStep step, Overlay overlay) {
        try {
            Change present = Change.of(overlay);
            return OtherForms.moreTelling(present, recipe.specName(), step.before(), step.after())
                    .map(change -> new Form(overlay, OverlayTable.of(present), OverlayTable.of(change)));
        } catch (OverlayException unknownKind) {
            return Optional.empty();
        }
    }

    /**
     * Writes them, and tells whether there was anything to write.
     *
     * @param remarks takes what became of each overlay
     */
    boolean write(Draft draft, List<String> remarks) throws Obstacle {
        for (Form form : forms) {
            OverlayRewriting.of(draft, form.overlay());
        }
        // From the last to the first, so that the lines above stay where they are.
        for (Form form : forms.reversed()) {
            OverlayRewriting.of(draft, form.overlay()).write(form.before(), form.now());
        }
        forms.forEach(form -> remarks.add(component + ": the " + form.overlay().type() + " in line "
                + form.overlay().place().range().line() + " of "
                + form.overlay().place().file() + " becomes a "
                + form.now().kind().word() + "."));
        return !forms.isEmpty();
    }

    /** What comes of the overlays differently than before. */
    Optional<String> fault(Distro after) {
        Component now = after.components().get(component);
        boolean same = now != null
                && SourcePreparation.apply(Recipe.of(now), original, ComponentSources.reader(after))
                        .result()
                        .equals(result);
        return same
                ? Optional.empty()
                : Optional.of("Nothing is changed, as the sources of '" + component + "' would not come out the same.");
    }
}
