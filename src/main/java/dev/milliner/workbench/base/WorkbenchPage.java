package dev.milliner.workbench.base;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;

/**
 * A page of the workbench. The rail, its key, its command and quick search are drawn from what it says of itself. All
 * methods are called on the JavaFX thread.
 */
public interface WorkbenchPage {
    /**
     * How a page is known.
     *
     * @param id tells it from other pages, in one word
     * @param title its name
     * @param icon the literal of its icon
     * @param key the keys that bring it to the front
     */
    record Face(String id, String title, String icon, KeyCombination key) {
        /** The words of its tooltip. */
        public String tooltip() {
            return title + " (" + Keys.words(key) + ")";
        }
    }

    /** How it is known. */
    Face face();

    /** What is put on the screen; always the same node. */
    Node node();

    /** Shows a state of the distro. */
    void show(Snapshot snapshot);

    /** Tells it whether it can be seen; work that only its looks need may wait until then. */
    default void setInFront(boolean now) {}

    /** Its own commands, besides the one that brings it to the front. */
    default List<Command> commands() {
        return List.of();
    }

    /** What it has to ask before the window is closed. */
    default ClosePart closing() {
        return ClosePart.NOTHING;
    }

    /** Tells whether everything on it shows the newest state. */
    boolean isSettled();

    /** Ends what runs for it. Nothing is asked of it any more. */
    void close();
}
