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
     * @throws OverlayException where a part of what azldev writes last of all is changed, which no overlay can; what is taken
     *     out whole counts as never written
     */
    public static Sources unfinished(Recipe recipe, Sources prepared) throws OverlayException {
        return unfinishedSpec(
                recipe,
                SourcesFile.undone(
                        recipe.sourceFiles(),
                        tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode(),
                        prepared));
    }

    /** The same where only the spec is what azldev made of it, and the other files are those that the last overlay left. */
    public static Sources unfinishedSpec(Recipe recipe, Sources prepared) throws OverlayException {
        ChangeUndo undo = new ChangeUndo(recipe.specName(), path -> Optional.empty());
        Sources current = undone(recipe, undo, GeneratedChanges.header(), prepared);
        return recipe.options().skipsCheck()
                ? undone(recipe, undo, GeneratedChanges.skipCheck(recipe.options()), current)
                : current;
    }

    private static Sources undone(Recipe recipe, ChangeUndo undo, Change.PrependLines change, Sources sources)
            throws OverlayException {
        Optional<Sources> before = undo.before(change, sources);
        Optional<String> left = before.isPresent() ? Optional.empty() : left(recipe, change, sources);
        if (left.isPresent()) {
            throw new OverlayException("azldev writes some lines of " + recipe.specName()
                    + " itself, behind all overlays: '" + left.get()
                    + "' and what stands with it. They are not as it writes them, or not where, which no overlay can reach."
                    + " Leave them as prepare gives them, or take them out whole");
        }
        return before.orElse(sources);
    }

    /** A comment of what azldev writes that is there. */
    private static Optional<String> left(Recipe recipe, Change.PrependLines change, Sources sources) {
        String spec = sources.file(recipe.specName()).map(SourceFile::text).orElse("");
        return change.lines().stream()
                .filter(line -> line.startsWith("#"))
                .filter(line -> spec.lines().anyMatch(line::equals))
                .findFirst();
    }
}
