package dev.milliner.workbench.shell;

import com.sun.javafx.scene.NodeHelper;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * Has a pulse finish what its layout begins. Nodes that are added while a window is laid out, as those of cells and labels are, get
 * their styles in the next pulse only. Where that changes nothing that is seen, JavaFX has nothing to paint, and then paints the whole
 * window (its {@code ViewPainter.paintImpl}), which holds up the next letter for 30 ms and more.
 */
final class WholePulse {
    /** What is styled late may be laid out anew, and that may add nodes again; what is left then waits as ever. */
    private static final int ROUNDS = 2;

    private WholePulse() {}

    /** Has every pulse of a window do so. */
    static void in(Scene scene) {
        scene.addPostLayoutPulseListener(() -> finish(scene.getRoot()));
    }

    private static void finish(Parent root) {
        for (int round = 0; round < ROUNDS; round++) {
            NodeHelper.processCSS(root);
            root.layout();
        }
    }
}
