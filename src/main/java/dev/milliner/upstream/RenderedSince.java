package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.Rerendered;
import dev.milliner.overlay.Rerendering;
import dev.milliner.overlay.Sources;
import dev.milliner.source.TreePaths;
import java.util.Locale;
import java.util.Optional;

/**
 * What a component's rendered sources become by what changed in the distro since they were rendered, where upstream's own
 * are not at hand.
 */
public final class RenderedSince {
    private RenderedSince() {}

    /**
     * Applies what changed.
     *
     * @param now the distro as it is
     * @param component a component of it
     * @param basis the state that its spec was rendered in
     * @throws SourceUnavailableException where that does not say what would be rendered; the message says why, and what to do
     */
    public static Rerendered of(Distro now, Component component, RenderedBasis basis)
            throws SourceUnavailableException {
        Distro then = basis.distro();
        String name = component.name();
        Component before = then.components().get(name);
        if (before == null) {
            throw new SourceUnavailableException(name
                    + " was not defined then, so there is nothing it was rendered from. Fetch its upstream sources.");
        }
        if (isMoved(now, component, then, before)) {
            throw new SourceUnavailableException("The upstream sources of " + name
                    + " are others now than those it was rendered from. Fetch them to see what comes of them.");
        }
        Sources rendered = basis.rendered(before);
        if (rendered.files().isEmpty()) {
            throw absent(then, before);
        }
        try {
            return Rerendering.of(
                    Recipe.of(before), Recipe.of(component), rendered, basis.reader(), ComponentSources.reader(now));
        } catch (OverlayException unknown) {
            throw new SourceUnavailableException(
                    unknown.reason().substring(0, 1).toUpperCase(Locale.ROOT)
                            + unknown.reason().substring(1) + ".");
        }
    }

    private static SourceUnavailableException absent(Distro then, Component before) {
        String failed = TreePaths.join(TreePaths.folder(before.renderedSpec()), "RENDER_FAILED");
        String what = then.tree().exists(failed)
                ? before.name() + " could not be rendered then, as " + failed + " says."
                : then.tree().relative(before.renderedSpec()) + " was not there then.";
        return new SourceUnavailableException(
                what + " Fetch the upstream sources, or name a commit that has the rendered spec.");
    }

    /** A lock says where upstream stands; without one its place in the definitions does. */
    private static boolean isMoved(Distro now, Component component, Distro then, Component before)
            throws SourceUnavailableException {
        Optional<String> lockNow = Lock.commit(now.tree(), component.name());
        Optional<String> lockThen = Lock.commit(then.tree(), component.name());
        return (lockNow.isPresent() && lockThen.isPresent())
                ? !lockNow.equals(lockThen)
                : !component.spec().equals(before.spec());
    }
}
