package dev.milliner.overlay;

import java.util.Optional;

/** What azldev does to a component's sources around its overlays. */
public final class SourceFrame {
    private SourceFrame() {}

    /**
     * The sources that the first overlay finds: with the file of macros, where build options ask for one.
     *
     * @param recipe the component's
     * @param original the sources as they come
     * @throws OverlayException where azldev refuses them
     */
    public static Sources begun(Recipe recipe, Sources original) throws OverlayException {
        if (recipe.options().macros().isEmpty()) {
            return original;
        }
        Applier applier = new Applier(recipe.specName(), path -> Optional.empty());
        Sources listed = SourcePreparation.withMacros(recipe, original);
        Sources loaded = applier.apply(GeneratedChanges.loadMacros(recipe.name()), listed);
        return applier.apply(GeneratedChanges.listMacros(recipe.name()), loaded);
    }

    /**
     * The sources that the last written overlay left, and the next one would find.
     *
     * @param recipe the component's
     * @param applied its overlays as they were applied to the sources as they come
     * @throws OverlayException where azldev refuses the sources
     */
    public static Sources left(Recipe recipe, OverlayApplication applied) throws OverlayException {
        Optional<Sources> left = Optional.empty();
        for (OverlayStep step : applied.steps()) {
            left = step.overlay().isPresent() ? Optional.of(step.after()) : left;
        }
        return left.isPresent() ? left.get() : begun(recipe, applied.original());
    }

    /**
     * The sources that the last overlay left.
     *
     * @param recipe the component's
     * @param prepared what azldev made of the sources
     * @throws OverlayException where that has not what azldev writes last of all
     */
    public static Sources unfinished(Recipe recipe, Sources prepared) throws OverlayException {
        ChangeUndo undo = new ChangeUndo(recipe.specName(), path -> Optional.empty());
        Sources current = SourcesFile.undone(
                recipe.sourceFiles(), tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode(), prepared);
        current = undone(undo, GeneratedChanges.header(), current);
        return recipe.options().skipsCheck()
                ? undone(undo, GeneratedChanges.skipCheck(recipe.options()), current)
                : current;
    }

    private static Sources undone(ChangeUndo undo, Change change, Sources sources) throws OverlayException {
        return undo.before(change, sources)
                .orElseThrow(() -> new OverlayException("the spec does not have what azldev writes into it last"));
    }
}
