package dev.milliner.workbench.review;

import dev.milliner.review.Chapter;
import dev.milliner.review.SeenMark;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The items of a review, with marks, all of them or those that are left. */
final class ItemsPane {
    private final ListView<Chapter> list;
    private final Label count;
    private final ToggleButton leftOnly;
    private final KeptNotes notes;
    private List<Chapter> all = List.of();
    private Consumer<Chapter> enter = chapter -> {};
    private Runnable comment = () -> {};
    private Runnable history = () -> {};
    private Consumer<@Nullable Chapter> choose = chapter -> {};

    ItemsPane(ListView<Chapter> list, Label count, ToggleButton leftOnly, KeptNotes notes) {
        this.list = list;
        this.count = count;
        this.leftOnly = leftOnly;
        this.notes = notes;
        list.setCellFactory(view -> new ChapterCell(notes, this::check));
        list.setPlaceholder(new Label(Wording.of("review.items-pane.every-item-checked")));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                selected().ifPresent(chapter -> enter.accept(chapter));
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(chapter -> choose.accept(chapter));
        leftOnly.selectedProperty().subscribe(only -> fill());
        notes.notesProperty().subscribe(now -> marked());
    }

    /**
     * Says what is done with an item.
     *
     * @param chosen with the one that is chosen; null where none is
     * @param goTo for Enter or two clicks
     * @param say for C
     * @param look for H
     */
    void on(Consumer<@Nullable Chapter> chosen, Consumer<Chapter> goTo, Runnable say, Runnable look) {
        choose = chosen;
        enter = goTo;
        comment = say;
        history = look;
    }

    /** Shows items; the chosen one stays, or the one that stands in its place is chosen. */
    void show(List<Chapter> chapters) {
        all = chapters;
        fill();
        count();
    }

    private void fill() {
        Optional<Chapter> before = selected();
        int at = Math.max(0, list.getSelectionModel().getSelectedIndex());
        List<Chapter> shown = leftOnly.isSelected() ? left() : all;
        list.getItems().setAll(shown);
        int same = before.map(
                        one -> shown.stream().map(Chapter::subject).toList().indexOf(one.subject()))
                .orElse(-1);
        list.getSelectionModel().clearAndSelect(same >= 0 ? same : Math.min(at, shown.size() - 1));
        // A list that is filled anew may keep its selection without saying what stands there now.
        choose.accept(list.getSelectionModel().getSelectedItem());
    }

    private List<Chapter> left() {
        return all.stream()
                .filter(one -> notes.now().mark(one) != SeenMark.SEEN)
                .toList();
    }

    /** The chosen item. */
    Optional<Chapter> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void check(@Nullable Chapter chapter) {
        if (chapter != null) {
            boolean seen = notes.now().mark(chapter) == SeenMark.SEEN;
            notes.change(kept -> kept.check(chapter, !seen));
        }
    }

    private void marked() {
        if (leftOnly.isSelected()) {
            fill();
        }
        list.refresh();
        count();
    }

    private void count() {
        int rest = left().size();
        count.setText(all.isEmpty() ? "" : Wording.of("review.items-pane.seen", all.size() - rest, all.size()));
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> selected().ifPresent(chapter -> enter.accept(chapter));
            case SPACE -> check(selected().orElse(null));
            case N -> nextLeft();
            case C -> comment.run();
            case H -> history.run();
            case L -> leftOnly.setSelected(!leftOnly.isSelected());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Goes to the next item that is left, from the top again after the last. */
    private void nextLeft() {
        List<Chapter> shown = list.getItems();
        int from = list.getSelectionModel().getSelectedIndex();
        for (int step = 1; step <= shown.size(); step++) {
            int at = (from + step) % shown.size();
            if (notes.now().mark(shown.get(at)) != SeenMark.SEEN) {
                list.getSelectionModel().clearAndSelect(at);
                list.scrollTo(at);
                return;
            }
        }
    }

    void focus() {
        list.requestFocus();
    }
}
