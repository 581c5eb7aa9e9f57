package dev.milliner.upstream;

import java.util.Optional;

/**
 * An overlay on another version of upstream.
 *
 * @param now what it does now
 * @param there what it does there
 * @param outcome how it fares
 * @param why the reason, or empty
 * @param repair what can stand in its place there; empty where it needs none, or nothing is known
 */
public record RebasedOverlay(
        OverlayEffect now, OverlayEffect there, RebaseOutcome outcome, String why, Optional<Repair> repair) {
    /** One that needs no repair. */
    RebasedOverlay(OverlayEffect now, OverlayEffect there, RebaseOutcome outcome, String why) {
        this(now, there, outcome, why, Optional.empty());
    }
}
