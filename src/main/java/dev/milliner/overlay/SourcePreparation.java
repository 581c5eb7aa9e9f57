package dev.milliner.overlay;

import dev.milliner.distro.Overlay;
import dev.milliner.distro.OverlayKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prepares a component's sources: its macros file, its overlays, and what azldev adds around them. The result is what
 * {@code azldev component prepare-sources --skip-sources --without-git} writes.
 */
public final class SourcePreparation {
    private final Recipe recipe;
    private final Applier applier;
    private final List<OverlayStep> steps = new ArrayList<>();

    private SourcePreparation(Recipe recipe, SourceReader reader) {
        this.recipe = recipe;
        this.applier = new Applier(recipe.specName(), reader);
    }

    /**
     * Does everything that a component's recipe says to its sources.
     *
     * @param recipe what to do
     * @param sources the sources as they come
     * @param reader reads the files that overlays add
     */
    public static OverlayApplication apply(Recipe recipe, Sources sources, SourceReader reader) {
        return new SourcePreparation(recipe, reader).apply(sources);
    }

    private OverlayApplication apply(Sources original) {
        BuildOptions options = recipe.options();
        Sources current = original;
        try {
            current = withMacros(recipe, current);
            if (!current.exists(recipe.specName())) {
                throw new OverlayException(
                        "there is no spec `" + recipe.specName() + "` in the sources: no such file or directory");
            }
            if (!options.macros().isEmpty()) {
                current =
                        generated(OverlayKind.SPEC_PREPEND_LINES, GeneratedChanges.loadMacros(recipe.name()), current);
                current = generated(OverlayKind.SPEC_INSERT_TAG, GeneratedChanges.listMacros(recipe.name()), current);
            }
            for (Overlay overlay : recipe.overlays()) {
                current = step(Optional.of(overlay), overlay.type(), Change.of(overlay), current);
            }
            if (options.skipsCheck()) {
                current = generated(OverlayKind.SPEC_PREPEND_LINES, GeneratedChanges.skipCheck(options), current);
            }
            current = generated(OverlayKind.SPEC_PREPEND_LINES, GeneratedChanges.header(), current);
            current = SourcesFile.updated(recipe.sourceFiles(), current);
        } catch (OverlayException failure) {
            return new OverlayApplication(original, List.copyOf(steps), current, Optional.of(failure.reason()));
        }
        return new OverlayApplication(original, List.copyOf(steps), current, Optional.empty());
    }

    static Sources withMacros(Recipe recipe, Sources sources) throws OverlayException {
        BuildOptions options = recipe.options();
        if (options.macros().isEmpty()) {
            return sources;
        }
        String macros = GeneratedChanges.macrosName(recipe.name());
        if (!macros.matches("[\\p{L}\\p{Nd}._+-]*")) {
            throw new OverlayException("the macros file's name `" + macros + "` contains invalid characters");
        }
        if (sources.isFolder(macros)) {
            throw new OverlayException("`" + macros + "` is a folder among the sources, and must be a file");
        }
        SourceFile before = sources.file(macros).orElse(SourceFile.of(""));
        return sources.with(macros, before.withText(options.macrosFile()));
    }

    private Sources generated(OverlayKind kind, Change change, Sources before) throws OverlayException {
        return step(Optional.empty(), kind.word(), change, before);
    }

    private Sources step(Optional<Overlay> overlay, String type, Change change, Sources before)
            throws OverlayException {
        try {
            Sources after = applier.apply(change, before);
            steps.add(new OverlayStep(steps.size(), overlay, type, before, after, Optional.empty()));
            return after;
        } catch (OverlayException failure) {
            steps.add(new OverlayStep(steps.size(), overlay, type, before, before, Optional.of(failure.reason())));
            throw new OverlayException(type + ": " + failure.reason());
        }
    }
}
