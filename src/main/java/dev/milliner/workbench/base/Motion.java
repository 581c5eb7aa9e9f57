package dev.milliner.workbench.base;

import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Whether what moves by itself stays still: what blinks, grows, fades or runs to and fro. Each scene knows it, and style sheets ask
 * it by {@code prefers-reduced-motion}.
 */
public enum Motion {
    /** As the desktop is set. */
    DESKTOP,
    /** It moves. */
    FULL,
    /** It stays still. */
    REDUCED;

    /** Has it hold in a scene. */
    public void apply(Scene scene) {
        scene.getPreferences()
                .setReducedMotion(
                        switch (this) {
                            case DESKTOP -> null;
                            case FULL -> Boolean.FALSE;
                            case REDUCED -> Boolean.TRUE;
                        });
    }

    /** Has what holds for a node hold in a scene of its own that belongs to it. */
    public static void follow(Node owner, Scene scene) {
        (isReduced(owner) ? REDUCED : FULL).apply(scene);
    }

    /** Tells whether it stays still where a node is. */
    public static boolean isReduced(Node node) {
        Scene scene = node.getScene();
        return scene != null && scene.getPreferences().isReducedMotion();
    }
}
