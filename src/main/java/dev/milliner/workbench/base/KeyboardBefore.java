package dev.milliner.workbench.base;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The keyboard around a card that lies over the window: when the card is closed, what had it before has it again, and the card
 * hears of Esc also where Tab has left it.
 */
public final class KeyboardBefore {
    private @Nullable Node card;
    private @Nullable Node before;
    private Subscription listening = Subscription.EMPTY;

    /** To be told before a card takes the keyboard, with the node that it lies over or is. */
    public void opening(Node what, Node over) {
        card = what;
        Scene scene = over.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        if (owner != null && !isWithin(owner)) {
            before = owner;
        }
        listening.unsubscribe();
        if (scene != null) {
            EventHandler<KeyEvent> escape = this::handOn;
            scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
            listening = () -> scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
    }

    private void handOn(KeyEvent event) {
        Node shown = card;
        if (event.getCode() == KeyCode.ESCAPE
                && shown != null
                && event.getTarget() instanceof Node target
                && isBelow(target, shown)) {
            event.consume();
            Event.fireEvent(shown, event.copyFor(shown, shown));
        }
    }

    /**
     * To be told before the card goes. Not at once: a field whose own key is being handled would go on blinking. What takes
     * the keyboard meanwhile keeps it.
     */
    public void closing() {
        listening.unsubscribe();
        listening = Subscription.EMPTY;
        Scene scene = card == null ? null : card.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        Node back = before;
        before = null;
        if (scene != null && back != null && owner != null && isWithin(owner)) {
            Taking taking = new Taking(scene);
            Platform.runLater(() -> {
                if (!taking.end() && Objects.equals(back.getScene(), scene) && isShown(back)) {
                    give(back);
                }
            });
        }
    }

    /**
     * Watches whether something takes the keyboard from what has it. A pulse that comes in between takes it away first, as what
     * had it is not shown any more, and only then gives it to whatever comes next: nobody asked for that.
     */
    private static final class Taking {
        private final Subscription watching;
        private boolean changed;
        private boolean taken;

        private Taking(Scene scene) {
            watching = scene.focusOwnerProperty().subscribe((from, to) -> {
                taken |= !changed && to != null;
                changed = true;
            });
        }

        private boolean end() {
            watching.unsubscribe();
            return taken;
        }
    }

    /** Gives the keyboard to a node, which shows it: what is asked to have it does not, what one comes to by Tab does. */
    public static void give(Node node) {
        node.requestFocus();
        if (!node.isFocusVisible() && node.requestFocusTraversal(TraversalDirection.NEXT)) {
            Node after = node.getScene().getFocusOwner();
            if (after == null || !after.requestFocusTraversal(TraversalDirection.PREVIOUS) || !node.isFocused()) {
                node.requestFocus();
            }
        }
    }

    /** Below all cards; of several, the one on top hears it by itself. */
    private static boolean isBelow(Node node, Node card) {
        return card.getParent() instanceof Pane over
                && andAbove(node).anyMatch(over.getChildren().getFirst()::equals);
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
