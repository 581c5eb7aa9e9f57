package dev.milliner.upstream;

/** Whether an overlay was applied. */
public enum OverlayReach {
    /** It was applied, with whatever effect. */
    REACHED,
    /** An earlier one failed. */
    NOT_REACHED,
    /** The rendered sources have it already. */
    STANDING,
    /** It can't be told from the rendered sources. */
    UNKNOWN
}
