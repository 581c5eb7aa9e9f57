package dev.milliner.overlay.derive;

import dev.milliner.overlay.Change;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Sources;
import java.util.List;

/**
 * Overlays that were derived.
 *
 * @param changes what they do, in the order in which they apply; what a patch or file that they add holds is in {@code result}
 * @param result the sources that applying them gives
 * @param rest what no overlay reaches: from the result to what was wanted
 */
public record Derived(List<Change> changes, Sources result, List<FileChange> rest) {
    /** Tells whether they give just what was wanted. */
    public boolean exact() {
        return rest.isEmpty();
    }
}
