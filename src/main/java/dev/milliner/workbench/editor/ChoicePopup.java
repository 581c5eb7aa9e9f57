package dev.milliner.workbench.editor;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A list to choose from at the caret, narrowed down by typing. */
final class ChoicePopup {
    private static final double WIDTH = 520;
    private static final double ROW = 24;
    private static final int ROWS = 12;
    private static final double EDGE = 2;

    private final TextField filter = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private final SceneCard popup;
    private List<Choice> all = List.of();
    private Node behind = filter;

    /**
     * Something to choose.
     *
     * @param words what it is
     * @param detail a few words more; may be empty
     * @param run done where it is chosen
     */
    record Choice(String words, String detail, Runnable run) {}

    ChoicePopup() {
        filter.setId("choiceFilter");
        list.setId("choices");
        list.getStyleClass().add("completions");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new ChoiceCell());
        list.setOnMouseClicked(event -> take());
        filter.textProperty().subscribe(this::narrow);
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox box = new VBox(6, filter, list);
        box.getStyleClass().addAll("palette", "of-choices");
        box.setPrefWidth(WIDTH);
        popup = new SceneCard(box);
    }

    /** Shows choices below a place of the screen. */
    void show(Node owner, Bounds at, String prompt, List<Choice> choices) {
        show(owner, at, prompt, choices, 0);
    }

    /** Shows choices of which one is to be the first that Enter takes. */
    void show(Node owner, Bounds at, String prompt, List<Choice> choices, int chosen) {
        all = List.copyOf(choices);
        filter.setPromptText(prompt);
        filter.clear();
        narrow();
        popup.show(owner, at);
        select(chosen);
        behind = owner;
        filter.requestFocus();
    }

    private void narrow() {
        String typed = filter.getText().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(all.stream()
                        .filter(choice -> choice.words()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(typed)
                                || choice.detail().toLowerCase(Locale.ROOT).contains(typed))
                        .toList());
        double height = Math.clamp(list.getItems().size(), 1, ROWS) * ROW + EDGE;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        list.getSelectionModel().clearAndSelect(0);
    }

    private void key(KeyEvent event) {
        boolean handled =
                switch (event.getCode()) {
                    case DOWN -> move(1);
                    case UP -> move(-1);
                    case ENTER -> take();
                    case ESCAPE -> hide();
                    default -> false;
                };
        if (handled) {
            event.consume();
        }
    }

    private boolean move(int by) {
        int size = list.getItems().size();
        if (size > 0) {
            int to = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
            select(to);
        }
        return true;
    }

    private void select(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - ROWS / 2));
    }

    private boolean take() {
        Choice chosen = list.getSelectionModel().getSelectedItem();
        hide();
        if (chosen != null) {
            chosen.run().run();
        }
        return true;
    }

    boolean hide() {
        if (popup.isShowing()) {
            popup.hide();
            behind.requestFocus();
        }
        return true;
    }
}
