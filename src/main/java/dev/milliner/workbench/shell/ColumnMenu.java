package dev.milliner.workbench.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;

/** Sorts a table by a column that is chosen from a menu, as a press of the column's head does. */
final class ColumnMenu {
    private ColumnMenu() {}

    /** The table that has the keyboard, or else the first that can be seen in a window. */
    static Optional<Control> table(Parent root, @Nullable Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (isTable(node)) {
                return Optional.of((Control) node);
            }
        }
        return all(root).findFirst();
    }

    private static boolean isTable(Node node) {
        return node instanceof TableView<?> || node instanceof TreeTableView<?>;
    }

    private static Stream<Control> all(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (isTable(node)) {
            return Stream.of((Control) node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(ColumnMenu::all)
                : Stream.empty();
    }

    /** Shows the menu over a table. */
    static void show(Control table) {
        ContextMenu menu = new ContextMenu();
        menu.setId("column-menu");
        menu.getItems().setAll(items(table));
        if (!menu.getItems().isEmpty()) {
            Bounds place = table.localToScreen(table.getLayoutBounds());
            menu.show(table, place.getMinX(), place.getMinY());
        }
    }

    private static List<MenuItem> items(Control table) {
        return switch (table) {
            case TableView<?> flat ->
                flat.getVisibleLeafColumns().stream()
                        .filter(TableColumnBase::isSortable)
                        .map(column -> item(column.getText(), () -> sort(flat, column)))
                        .toList();
            case TreeTableView<?> tree ->
                tree.getColumns().stream()
                        .filter(column -> column.isVisible() && column.isSortable())
                        .map(column -> item(column.getText(), () -> sort(tree, column)))
                        .toList();
            default -> List.of();
        };
    }

    private static MenuItem item(String words, Runnable sort) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> sort.run());
        return item;
    }

    private static <T> void sort(TableView<T> table, TableColumn<?, ?> by) {
        table.getColumns().stream().filter(by::equals).findFirst().ifPresent(column -> {
            boolean again = table.getSortOrder().contains(column);
            column.setSortType(
                    again && column.getSortType() == TableColumn.SortType.ASCENDING
                            ? TableColumn.SortType.DESCENDING
                            : TableColumn.SortType.ASCENDING);
            only(table.getSortOrder(), column);
        });
    }

    private static <T> void sort(TreeTableView<T> table, TreeTableColumn<?, ?> by) {
        table.getColumns().stream().filter(by::equals).findFirst().ifPresent(column -> {
            boolean again = table.getSortOrder().contains(column);
            column.setSortType(
                    again && column.getSortType() == TreeTableColumn.SortType.ASCENDING
                            ? TreeTableColumn.SortType.DESCENDING
                            : TreeTableColumn.SortType.ASCENDING);
            only(table.getSortOrder(), column);
        });
    }

    private static <C> void only(ObservableList<C> order, C column) {
        order.setAll(List.of(column));
    }
}
