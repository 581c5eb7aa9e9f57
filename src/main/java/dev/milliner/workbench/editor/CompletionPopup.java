package dev.milliner.workbench.editor;

import dev.milliner.language.Completion;
import dev.milliner.language.HoverPart;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;

/** The list of what could stand at the caret, and beside it what there is to say of the one that is chosen. */
final class CompletionPopup {
    private static final double WIDTH = 460;
    private static final double ROW = 24;
    private static final int ROWS = 10;
    private static final double EDGE = 10;

    private final ListView<Completion> list = new ListView<>();
    private final HoverCard help;
    private final SceneCard card;

    /**
     * Makes it.
     *
     * @param chosen told which one is chosen, by keys or by what comes first
     * @param taken told which one is taken by a click
     * @param goTo brings a place to the front
     */
    CompletionPopup(Consumer<Completion> chosen, Runnable taken, Consumer<Place> goTo) {
        help = new HoverCard(goTo);
        help.setVisible(false);
        list.setId("completions");
        list.getStyleClass().add("completions");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new CompletionCell());
        list.getSelectionModel().selectedItemProperty().subscribe(item -> {
            help.setVisible(false);
            if (item != null) {
                chosen.accept(item);
            }
        });
        list.setOnMouseClicked(event -> taken.run());
        HBox both = new HBox(8, list, help);
        both.setFillHeight(false);
        both.setPickOnBounds(false);
        card = new SceneCard(both);
    }

    boolean isShowing() {
        return card.isShowing();
    }

    /** Shows items below a place of the screen; the first is chosen. */
    void show(Node owner, Bounds at, List<Completion> items) {
        list.getItems().setAll(items);
        double height = Math.min(ROWS, items.size()) * ROW + EDGE;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        list.setMaxHeight(height);
        list.getSelectionModel().clearAndSelect(0);
        list.scrollTo(0);
        card.show(owner, at);
    }

    /** Shows what there is to say of the chosen one. */
    void say(Completion of, List<HoverPart> parts) {
        if (of.equals(chosen().orElse(null)) && !parts.isEmpty()) {
            help.show(of.label(), parts);
            help.setVisible(true);
        }
    }

    Optional<Completion> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /** Chooses another, as many lines below. */
    void move(int by) {
        int size = list.getItems().size();
        int to = Math.abs(by) == 1
                ? Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size)
                : Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, size - 1);
        list.getSelectionModel().clearAndSelect(to);
        list.scrollTo(Math.max(0, to - ROWS / 2));
    }

    void hide() {
        card.hide();
    }
}
