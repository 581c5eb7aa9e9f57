package dev.milliner.workbench.overlays;

import dev.milliner.upstream.OverlayVerdict;

/** How verdicts look. */
final class Verdicts {
    private Verdicts() {}

    static String styleClass(OverlayVerdict.Kind kind) {
        return switch (kind) {
            case APPLIES -> "good";
            case DOUBTFUL -> "warning";
            case FAILS -> "error";
            case NOT_REACHED, UNKNOWN -> "second";
        };
    }

    /** A sign before the words, so that colour never stands alone. */
    static String sign(OverlayVerdict.Kind kind) {
        return switch (kind) {
            case APPLIES -> "✓ ";
            case DOUBTFUL -> "⚠ ";
            case FAILS -> "✗ ";
            case NOT_REACHED, UNKNOWN -> "";
        };
    }
}
