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
}
