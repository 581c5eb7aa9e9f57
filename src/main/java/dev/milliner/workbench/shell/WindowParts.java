package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.KeyboardBefore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;

/**
 * The parts of a window between which the keyboard goes by a key: its bars, and what lines that can be moved part on the page in
 * front. A text takes Tab for itself, so there must be another way out of it.
 */
final class WindowParts {
    private final Pane root;
    /** What had the keyboard last in each part. */
    private final Map<Node, Node> left = new WeakHashMap<>();

    /** Makes them of a window's content, whose first child has the bars and the pages. */
    WindowParts(Pane root) {
        this.root = root;
    }

    /** Gives the keyboard to the next part, or the one before; after the last comes the first. */
    void step(int by) {
        List<Node> parts = parts();
        Node owner = root.getScene().getFocusOwner();
        int at = -1;
        for (int i = 0; i < parts.size(); i++) {
            if (owner != null && isWithin(owner, parts.get(i))) {
                at = i;
                left.put(parts.get(i), owner);
            }
        }
        int from = at < 0 && by < 0 ? 0 : at;
        if (!parts.isEmpty()) {
            Node next = parts.get(Math.floorMod(from + by, parts.size()));
            entrance(next).ifPresent(KeyboardBefore::give);
        }
    }

    /** Those that can have the keyboard. */
    private List<Node> parts() {
        List<Node> parts = new ArrayList<>();
        if (root.getChildren().getFirst() instanceof BorderPane content) {
            Stream.of(content.getLeft(), content.getCenter(), content.getBottom(), content.getTop())
                    .forEach(each -> collect(each, parts));
        }
        parts.removeIf(part -> entrance(part).isEmpty());
        return parts;
    }

    private static void collect(Node node, List<Node> parts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof SplitPane split) {
            split.getItems().forEach(item -> collect(item, parts));
        } else if (node instanceof Pane pane && isSplit(pane)) {
            pane.getChildren().forEach(child -> collect(child, parts));
        } else {
            parts.add(node);
        }
    }

    private static boolean isSplit(Node node) {
        return node.isVisible()
                && (node instanceof SplitPane
                        || (node instanceof Pane pane
                                && pane.getChildren().stream().anyMatch(WindowParts::isSplit)));
    }

    /** What gets the keyboard in a part: what had it last, a text, or else what comes first. */
    private Optional<Node> entrance(Node part) {
        Node before = left.get(part);
        if (before != null && canHave(before) && isWithin(before, part)) {
            return Optional.of(before);
        }
        return Stream.concat(part.lookupAll(".code-area").stream().filter(WindowParts::canHave), first(part).stream())
                .findFirst();
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled() || isFoldedAway(node)) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isFoldedAway(Node node) {
        boolean holds = node instanceof Pane || node instanceof Control;
        return holds
                && Math.min(
                                node.getLayoutBounds().getWidth(),
                                node.getLayoutBounds().getHeight())
                        < 1;
    }

    private static boolean canHave(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && !node.isDisabled() && node.isFocusTraversable();
    }

    private static boolean isWithin(Node node, Node part) {
        return Stream.<Node>iterate(node, one -> one != null, Node::getParent).anyMatch(part::equals);
    }
}
