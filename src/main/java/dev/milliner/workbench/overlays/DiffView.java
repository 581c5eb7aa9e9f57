package dev.milliner.workbench.overlays;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;

/** A difference between two texts, side by side or unified. */
final class DiffView {
    private static final int ROW = 19;

    private final ListView<ObjectProperty<DiffRow>> list = new ListView<>();
    private final Label empty = new Label();
    private final StackPane root = new StackPane(list, empty);
    private boolean unified;
    private List<DiffRow> sideBySide = List.of();

    /** Makes a view; the listener is told the number of the overlay whose tag is clicked. */
    DiffView(IntConsumer overlayChosen) {
        list.getStyleClass().add("diff-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new DiffCell(() -> unified, overlayChosen));
        empty.getStyleClass().add("empty-state");
        empty.setMaxWidth(460);
        empty.setMouseTransparent(true);
    }

    StackPane node() {
        return root;
    }

    /** Offers what can be done at a line of the right side, counted from 0. */
    void offer(IntFunction<List<MenuItem>> items) {
        ContextMenu menu = new ContextMenu();
        menu.setId("line-menu");
        list.setOnContextMenuRequested(event -> {
            menu.hide();
            menu.getItems().setAll(offered(items));
            if (!menu.getItems().isEmpty()) {
                menu.show(list, event.getScreenX(), event.getScreenY());
            }
        });
        list.setOnMousePressed(event -> menu.hide());
    }

    private List<MenuItem> offered(IntFunction<List<MenuItem>> items) {
        ObjectProperty<DiffRow> place = list.getSelectionModel().getSelectedItem();
        return place != null && place.get() instanceof DiffRow.Pair pair && pair.right() != null
                ? items.apply(pair.right().number() - 1)
                : List.of();
    }

    /** Shows rows; where there are none, says why. */
    void show(List<DiffRow> rows, String whyEmpty) {
        if (!rows.equals(sideBySide) || rows.isEmpty()) {
            sideBySide = List.copyOf(rows);
            fill();
        }
        empty.setText(whyEmpty);
        empty.setVisible(rows.isEmpty());
    }

    void setUnified(boolean now) {
        unified = now;
        fill();
    }

    private void fill() {
        List<DiffRow> rows = unified ? unified(sideBySide) : sideBySide;
        if (rows.size() != list.getItems().size()) {
            list.getItems()
                    .setAll(rows.stream()
                            .<ObjectProperty<DiffRow>>map(SimpleObjectProperty::new)
                            .toList());
            return;
        }
        // A key changes a line or two, and the others stay as they are drawn.
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(row(i))) {
                list.getItems().get(i).set(rows.get(i));
            }
        }
    }

    private DiffRow row(int index) {
        return list.getItems().get(index).get();
    }

    /** In one column removed lines come before the added ones of the same stretch. */
    private static List<DiffRow> unified(List<DiffRow> rows) {
        List<DiffRow> result = new ArrayList<>();
        List<DiffRow> added = new ArrayList<>();
        for (DiffRow row : rows) {
            if (row instanceof DiffRow.Pair pair && pair.changed()) {
                if (pair.left() != null) {
                    result.add(new DiffRow.Pair(pair.left(), null, true, pair.right() == null ? pair.overlay() : 0));
                }
                if (pair.right() != null) {
                    added.add(new DiffRow.Pair(null, pair.right(), true, pair.overlay()));
                }
            } else {
                result.addAll(added);
                added.clear();
                result.add(row);
            }
        }
        result.addAll(added);
        return result;
    }

    /** The number of stretches that differ. */
    int changes() {
        return (int) changeStarts().size();
    }

    private List<Integer> changeStarts() {
        List<Integer> starts = new ArrayList<>();
        boolean inside = false;
        for (int i = 0; i < list.getItems().size(); i++) {
            boolean changed = row(i) instanceof DiffRow.Pair pair && pair.changed();
            if (changed && !inside) {
                starts.add(i);
            }
            inside = changed;
        }
        return starts;
    }

    /** Goes to a change, counted from 0. */
    void goToChange(int index) {
        List<Integer> starts = changeStarts();
        if (index >= 0 && index < starts.size()) {
            list.scrollTo(Math.max(0, starts.get(index) - 4));
            list.getSelectionModel().select(starts.get(index).intValue());
        }
    }

    /** Goes to the first line that an overlay made. */
    void goToOverlay(int number) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (row(i) instanceof DiffRow.Pair pair && pair.changed() && pair.overlay() == number) {
                list.scrollTo(Math.max(0, i - 4));
                return;
            }
        }
    }
}
