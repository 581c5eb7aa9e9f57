package dev.milliner.overlay;

import java.util.Set;

/**
 * What a rendered spec became by what changed in its recipe.
 *
 * @param application from what was rendered to what would be now; its steps, first those taken back, then those done anew,
 *     have at their ends what azldev adds last of all
 * @param standing which overlays of the recipe now, from 0, the rendered sources had already, and keep
 */
public record Rerendered(OverlayApplication application, Set<Integer> standing) {
    public Rerendered {
        standing = Set.copyOf(standing);
    }
}
