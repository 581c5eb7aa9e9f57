package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.overlay.Sources;
import dev.milliner.review.SourceChange.Basis;
import dev.milliner.review.SourceChange.Rendering;
import dev.milliner.upstream.FoundSources;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.RenderedBasis;
import dev.milliner.upstream.SourceOrigin;
import dev.milliner.upstream.SourceUnavailableException;

/** Works out what becomes of components' prepared sources, by what can be had without the network. */
public final class SourceChanges {
    private final ReviewedState from;
    private final ReviewedState to;
    private final RenderedBasis rendered;

    /** Between two states. */
    public SourceChanges(ReviewedState from, ReviewedState to) {
        this.from = from;
        this.to = to;
        this.rendered = new RenderedBasis(from.words(), from.distro());
    }

    /**
     * What becomes of one component's.
     *
     * @param before the component in the state before
     * @param after the component in the state after
     */
    public SourceChange of(Component before, Component after) {
        try {
            FoundSources now = FoundSources.atHand(to.distro(), after);
            FoundSources then = FoundSources.atHand(from.distro(), before);
            return now.origin().isTrue() && then.origin().isTrue()
                    ? prepared(
                            OverlaidComponent.of(from.distro(), before, then),
                            OverlaidComponent.of(to.distro(), after, now))
                    : since(after);
        } catch (SourceUnavailableException unavailable) {
            return new SourceChange.Unknown(after.name(), unavailable.reason());
        }
    }

    private SourceChange prepared(OverlaidComponent before, OverlaidComponent after) throws SourceUnavailableException {
        OverlayApplication now = after.application();
        Sources then = before.application().result();
        return new SourceChange.Known(
                after.component().name(),
                FileChange.between(then, now.result()),
                after.found().origin() == SourceOrigin.LOCAL ? Basis.LOCAL : Basis.UPSTREAM,
                now.fault(),
                now.succeeded() ? rendering(then, now.result(), after.component()) : Rendering.UNKNOWN);
    }

    private SourceChange since(Component after) throws SourceUnavailableException {
        OverlaidComponent anew = OverlaidComponent.of(to.distro(), after, rendered);
        OverlayApplication application = anew.application();
        return new SourceChange.Known(
                after.name(),
                anew.changes(),
                Basis.RENDERED,
                application.fault(),
                application.succeeded()
                        ? rendering(application.original(), application.result(), after)
                        : Rendering.UNKNOWN);
    }

    private Rendering rendering(Sources then, Sources wanted, Component after) throws SourceUnavailableException {
        Sources is = FoundSources.rendered(to.distro(), after);
        if (is.files().isEmpty()) {
            return Rendering.UNKNOWN;
        }
        if (is.equals(wanted)) {
            return Rendering.AS_DEFINED;
        }
        return is.equals(then) ? Rendering.FORGOTTEN : Rendering.OTHERWISE;
    }
}
