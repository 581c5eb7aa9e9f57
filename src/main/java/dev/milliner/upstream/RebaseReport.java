package dev.milliner.upstream;

import java.util.Comparator;
import java.util.List;

/**
 * A component on another version of upstream.
 *
 * @param component its name
 * @param overlays its overlays
 * @param unavailable why it can't be told, or empty
 * @param outOfReach whether it can't be told as something cannot be reached now
 * @param already which overlay fails on the present version, and why; or empty
 */
public record RebaseReport(
        String component, List<RebasedOverlay> overlays, String unavailable, boolean outOfReach, String already) {
    static RebaseReport unavailable(String component, String why) {
        return new RebaseReport(component, List.of(), why, false, "");
    }

    static RebaseReport unavailable(String component, SourceUnavailableException why) {
        return new RebaseReport(component, List.of(), why.reason(), why.isOutOfReach(), "");
    }

    static RebaseReport outOfReach(String component, String why) {
        return new RebaseReport(component, List.of(), why, true, "");
    }

    /** The worst outcome among its overlays. */
    public RebaseOutcome worst() {
        return overlays.stream()
                .map(RebasedOverlay::outcome)
                .filter(outcome -> outcome != RebaseOutcome.NOT_REACHED)
                .max(Comparator.naturalOrder())
                .orElse(RebaseOutcome.STILL_APPLIES);
    }
}
