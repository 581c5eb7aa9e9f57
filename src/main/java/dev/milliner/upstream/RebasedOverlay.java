package dev.milliner.upstream;

/**
 * An overlay on another version of upstream.
 *
 * @param now what it does now
 * @param there what it does there
 * @param outcome how it fares
 * @param why the reason, or empty
 */
public record RebasedOverlay(OverlayEffect now, OverlayEffect there, RebaseOutcome outcome, String why) {}
