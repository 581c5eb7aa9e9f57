package dev.milliner.review;

import dev.milliner.distro.Overlay;
import dev.milliner.text.Place;

/** What became of one of a component's overlays. Where it is written makes no difference. */
public sealed interface OverlayChange {
    /**
     * One more.
     *
     * @param index its number among the component's overlays, from 1
     * @param overlay it
     */
    record Added(int index, Overlay overlay) implements OverlayChange {}

    /**
     * One less.
     *
     * @param index its number among the overlays before, from 1
     * @param overlay it, as it was
     */
    record Removed(int index, Overlay overlay) implements OverlayChange {}

    /**
     * One that says something else.
     *
     * @param index its number among the overlays after, from 1
     * @param before it, as it was
     * @param overlay it, as it is
     */
    record Changed(int index, Overlay before, Overlay overlay) implements OverlayChange {
        /** Tells whether it does what it did, and only its reason is another. */
        public boolean isOfReasonOnly() {
            return OverlayLikeness.deed(before).equals(OverlayLikeness.deed(overlay));
        }
    }

    /**
     * One that is applied earlier or later among those that stay.
     *
     * @param index its number among the overlays after, from 1
     * @param before its number among those before, from 1
     * @param overlay it
     */
    record Moved(int index, int before, Overlay overlay) implements OverlayChange {}

    /** Its number: among the overlays after; of one that is gone, among those before. From 1. */
    int index();

    /** It, as it is; as it was where it is gone. */
    Overlay overlay();

    /** Where it is written: in the state after; of one that is gone, in the state before. */
    default Place place() {
        return overlay().place();
    }

    /** What became of it in a word. */
    default String word() {
        return switch (this) {
            case Added one -> "added";
            case Removed one -> "removed";
            case Changed one -> "changed";
            case Moved one -> "moved";
        };
    }
}
