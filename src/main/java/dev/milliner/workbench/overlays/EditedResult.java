package dev.milliner.workbench.overlays;

import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.workbench.base.ClosePart;
import dev.milliner.workbench.files.LeftText;
import javafx.scene.Node;

/** The result of a component's overlays as a text that is edited, and what comes of that. Used on the JavaFX thread. */
public interface EditedResult {
    /** The text, in place of the difference. */
    Node text();

    /** The overlays that lead to it, in place of the details. */
    Node overlays();

    /** Shows the result of a component's overlays; what was edited of the same component's stays. */
    void show(OverlaidComponent overlaid);

    /**
     * Takes over an edit of a component's result that an earlier workbench left, as soon as the result is shown.
     *
     * @return false, and nothing happens, where another one's edits would be lost
     */
    boolean restore(LeftText left);

    /** Does something at a line, as soon as the result is shown; nothing where another component's is edited. */
    void wish(LineWish wish);

    /** Tells whether there are edits that no overlay was written for. */
    boolean isEdited();

    /** The component whose result is edited; empty where none is. */
    String component();

    /** The spec that is edited; empty where none is. */
    String file();

    /** Gives the edits up, after a question where there are any. */
    void discard();

    /** Has a listener told when the edits are written or given up. */
    void onEnded(Runnable listener);

    /** What is asked before the edits would be lost. */
    ClosePart closing();

    /** Tells whether the overlays are those of the text. */
    boolean isSettled();

    /** Ends what runs for it. */
    void close();
}
