package dev.milliner.workbench.base;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Gives the keyboard back, when a card that lies over the window is closed, to what had it before the card was opened. */
public final class KeyboardBefore {
    private @Nullable Node card;
    private @Nullable Node before;

    /** To be told before a card takes the keyboard, with the node that it lies over or is. */
    public void opening(Node what, Node over) {
        card = what;
        Scene scene = over.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        if (owner != null && !isWithin(owner)) {
            before = owner;
        }
    }

    /**
     * To be told before the card goes. Not at once: a field whose own key is being handled would go on blinking. What takes
     * the keyboard meanwhile keeps it.
     */
    public void closing() {
        Scene scene = card == null ? null : card.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        Node back = before;
        before = null;
        if (scene != null && back != null && owner != null && isWithin(owner)) {
            Platform.runLater(() -> {
                Node now = scene.getFocusOwner();
                if ((now == null || now.equals(owner)) && Objects.equals(back.getScene(), scene) && isShown(back)) {
                    back.requestFocus();
                }
            });
        }
    }

    private boolean isWithin(Node node) {
        return andAbove(node).anyMatch(above -> above.equals(card));
    }

    private static boolean isShown(Node node) {
        return andAbove(node).allMatch(Node::isVisible);
    }

    private static Stream<Node> andAbove(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent);
    }
}
