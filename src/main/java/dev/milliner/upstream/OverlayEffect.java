package dev.milliner.upstream;

import dev.milliner.distro.Overlay;
import dev.milliner.overlay.FileChange;
import java.util.List;
import java.util.Optional;

/**
 * What one written overlay did.
 *
 * @param overlay the overlay
 * @param number its number among the component's overlays, from 1
 * @param reach whether it was applied
 * @param step its step's index, or -1 where it was not applied
 * @param changes the files it changed
 * @param error why it failed, or empty
 * @param verdict what it does, in a few words; of one that the rendered spec has already, what signs there are of it
 */
public record OverlayEffect(
        Overlay overlay,
        int number,
        OverlayReach reach,
        int step,
        List<FileChange> changes,
        Optional<String> error,
        OverlayVerdict verdict) {
    /** Tells whether it was applied, with whatever effect. */
    public boolean isReached() {
        return reach == OverlayReach.REACHED;
    }

    /** The lines it added, over all files. */
    public int added() {
        return changes.stream().mapToInt(FileChange::added).sum();
    }

    /** The lines it removed, over all files. */
    public int removed() {
        return changes.stream().mapToInt(FileChange::removed).sum();
    }
}
