package dev.milliner.workbench.editor;

import javafx.geometry.Bounds;
import javafx.scene.layout.Region;

/**
 * Where a card stands in a window.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param width its width
 * @param height its height
 */
record CardPlace(double x, double y, double width, double height) {
    private static final double GAP = 2;
    private static final double EDGE = 6;

    /** Below something, or above where there is more room and it needs it; within the window. */
    static CardPlace of(Region card, Bounds at, double windowWidth, double windowHeight) {
        double width = Math.min(card.prefWidth(-1), windowWidth - 2 * EDGE);
        double height = card.prefHeight(width);
        double below = windowHeight - at.getMaxY() - GAP - EDGE;
        double above = at.getMinY() - GAP - EDGE;
        boolean isBelow = height <= below || below >= above;
        double room = Math.min(height, isBelow ? below : above);
        double x = Math.clamp(at.getMinX(), EDGE, Math.max(EDGE, windowWidth - width - EDGE));
        return new CardPlace(x, isBelow ? at.getMaxY() + GAP : at.getMinY() - GAP - room, width, room);
    }
}
