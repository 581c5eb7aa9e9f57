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
    private static final List<String> HEADER = List.of(
            "# This spec file has been modified by azldev to include build configuration overlays.",
            "# Do not edit manually; changes may be overwritten.",
            "");
    private static final String LOADS_MACROS =
            "# All Azure Linux specs with overlays include this macro file, irrespective of whether new macros have been"
                    + " added.";

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
            current = withMacros(options, current);
            if (!current.exists(recipe.specName())) {
                throw new OverlayException(
                        "there is no spec `" + recipe.specName() + "` in the sources: no such file or directory");
            }
            if (!options.macros().isEmpty()) {
                current = generated(OverlayKind.SPEC_PREPEND_LINES, loadMacros(), current);
                current = generated(
                        OverlayKind.SPEC_INSERT_TAG, new Change.InsertTag("", "Source9999", macrosName()), current);
            }
            for (Overlay overlay : recipe.overlays()) {
                current = step(Optional.of(overlay), overlay.type(), Change.of(overlay), current);
            }
            if (options.skipsCheck()) {
                current = generated(OverlayKind.SPEC_PREPEND_LINES, skipCheck(options), current);
            }
            current = generated(OverlayKind.SPEC_PREPEND_LINES, new Change.PrependLines("", "", HEADER), current);
            current = SourcesFile.updated(recipe.sourceFiles(), current);
        } catch (OverlayException failure) {
            return new OverlayApplication(original, List.copyOf(steps), current, Optional.of(failure.reason()));
        }
        return new OverlayApplication(original, List.copyOf(steps), current, Optional.empty());
    }

    private Sources withMacros(BuildOptions options, Sources sources) throws OverlayException {
        if (options.macros().isEmpty()) {
            return sources;
        }
        if (!macrosName().matches("[\\p{L}\\p{Nd}._+-]*")) {
            throw new OverlayException("the macros file's name `" + macrosName() + "` contains invalid characters");
        }
        if (sources.isFolder(macrosName())) {
            throw new OverlayException("`" + macrosName() + "` is a folder among the sources, and must be a file");
        }
        SourceFile before = sources.file(macrosName()).orElse(SourceFile.of(""));
        return sources.with(macrosName(), before.withText(options.macrosFile()));
    }

    private Change loadMacros() {
        return new Change.PrependLines("", "", List.of(LOADS_MACROS, "%{load:%{_sourcedir}/" + macrosName() + "}", ""));
    }

    private static Change skipCheck(BuildOptions options) {
        return new Change.PrependLines(
                "%check", "", List.of("# Check section disabled: " + options.skipReason(), "exit 0", ""));
    }

    private String macrosName() {
        return recipe.name() + ".azl.macros";
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
