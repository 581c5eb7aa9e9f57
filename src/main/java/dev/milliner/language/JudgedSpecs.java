package dev.milliner.language;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.overlay.SourceFile;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayResult;
import dev.milliner.upstream.OverlayWork;
import java.util.Optional;

/**
 * Specs for the help at a caret: that which a component's overlays are applied to, where upstream's sources are at hand and its
 * overlays were judged; else as it lies in the tree.
 */
public final class JudgedSpecs implements SpecTexts {
    private final SpecTexts tree = SpecTexts.inTree();
    private final OverlayWork work;

    /** Takes specs from where overlays were worked out. */
    public JudgedSpecs(OverlayWork work) {
        this.work = work;
    }

    @Override
    public Optional<SpecText> of(Distro distro, Component component) {
        return work.known(component.name())
                .map(OverlayResult::overlaid)
                .filter(overlaid -> overlaid.basis().isTrue())
                .flatMap(JudgedSpecs::text)
                .or(() -> tree.of(distro, component));
    }

    private static Optional<SpecText> text(OverlaidComponent overlaid) {
        String name = overlaid.component().name() + ".spec";
        return overlaid.application()
                .original()
                .file(name)
                .map(SourceFile::text)
                .map(text -> new SpecText(name, text));
    }
}
