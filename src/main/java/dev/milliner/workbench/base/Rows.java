package dev.milliner.workbench.base;

import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/** Rows of lists that can be opened. */
public final class Rows {
    private Rows() {}

    /** Has a row opened by two clicks, and by Enter. */
    public static <T> void onOpened(ListView<T> list, Consumer<T> opened) {
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(list, opened);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(list, opened);
            }
        });
    }

    private static <T> void open(ListView<T> list, Consumer<T> opened) {
        T row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            opened.accept(row);
        }
    }
}
