package dev.milliner.overlay;

import dev.milliner.distro.Overlay;
import java.util.Optional;

/**
 * What one overlay did.
 *
 * @param index from 0, over the written overlays and those that azldev adds itself
 * @param overlay the overlay; of what azldev adds itself, empty
 * @param type its type
 * @param before the sources that it found
 * @param after the sources that it left; those it found where it failed
 * @param error why it failed
 */
public record OverlayStep(
        int index, Optional<Overlay> overlay, String type, Sources before, Sources after, Optional<String> error) {}
