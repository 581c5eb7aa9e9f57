package dev.milliner.workbench.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;

/** Finds what a mouse can press or choose, in what is on the screen. */
final class Pressable {
    /** What hears of the mouse by handlers that nobody can ask a node for. */
    private static final Set<String> WITH_HANDLERS =
            Set.of("fold-sign", "pinned", "split-pane-divider", "column-header", "log-list");

    private Pressable() {}

    /** All in a tree of nodes, from the front to the back. */
    static Set<Node> in(Node root) {
        Set<Node> found = new LinkedHashSet<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, Set<Node> found) {
        if (!node.isVisible() || node.isDisabled() || isEmptyCell(node)) {
            return;
        }
        if (isPressed(node) && isOnScreen(node)) {
            found.add(node);
        }
        // What such a control is made of is its skin's business.
        boolean whole = node instanceof ButtonBase
                || node instanceof ComboBoxBase<?>
                || node instanceof TextInputControl
                || node instanceof Spinner<?>
                || node instanceof ScrollBar;
        if (!whole && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isEmptyCell(Node node) {
        return node instanceof IndexedCell<?> cell && cell.isEmpty();
    }

    private static boolean isOnScreen(Node node) {
        return node.getLayoutBounds().getWidth() > 1 && node.getLayoutBounds().getHeight() > 1;
    }

    private static boolean isPressed(Node node) {
        return switch (node) {
            case ButtonBase button -> true;
            case ComboBoxBase<?> box -> true;
            case TextInputControl field -> true;
            case Spinner<?> spinner -> true;
            case ListView<?> list -> true;
            case TableView<?> table -> true;
            case TreeView<?> tree -> true;
            case TreeTableView<?> table -> true;
            case TabPane tabs -> !tabs.getTabs().isEmpty();
            case IndexedCell<?> cell -> false;
            case Control control when control.isFocusTraversable() -> control.getOnMouseClicked() != null;
            case Node header when header.getStyleClass().contains("tab-down-button") -> false;
            default ->
                node.getOnMouseClicked() != null
                        || (node.getOnMousePressed() != null && !isOfSkin(node))
                        || hasOne(node.getStyleClass());
        };
    }

    /** Skins listen on parts of their own: arrows, headers, grips. */
    private static boolean isOfSkin(Node node) {
        return !node.isFocusTraversable();
    }

    private static boolean hasOne(List<String> classes) {
        return classes.stream().anyMatch(WITH_HANDLERS::contains);
    }

    /** Tells whether a node is in a cell of a list, a table or a tree, where the keys of those choose. */
    static boolean isInCell(Node node) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof IndexedCell<?>) {
                return true;
            }
        }
        return false;
    }

    /** How a node is told in a failure. */
    static String words(Node node) {
        String text = node instanceof ButtonBase button ? " \"" + button.getText() + "\"" : "";
        String id = node.getId() == null ? "" : " #" + node.getId();
        return node.getClass().getSimpleName() + id + " " + node.getStyleClass() + text + within(node);
    }

    private static String within(Node node) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above.getId() != null) {
                return " in #" + above.getId();
            }
        }
        return "";
    }
}
