package dev.milliner.workbench.review;

import dev.milliner.source.CommitTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Makes a box take a commit, branch or tag: it lists the repository's, and while something is typed those that hold it. */
final class ReferenceBox {
    private final ComboBox<String> box;
    private final Path tree;
    private final List<String> first;
    private List<String> all;
    private String asked = "";

    /**
     * Makes one.
     *
     * @param tree the distro's root
     * @param first what it offers before the branches and tags
     */
    ReferenceBox(ComboBox<String> box, Path tree, List<String> first) {
        this.box = box;
        this.tree = tree;
        this.first = first;
        this.all = first;
        box.getItems().setAll(first);
        box.setValue(first.getFirst());
        box.setOnShowing(event -> read());
        box.getEditor().addEventHandler(KeyEvent.KEY_RELEASED, this::typed);
        box.getEditor().focusedProperty().subscribe(focused -> {
            if (focused) {
                // The key that brought it here is released in it, and asks for nothing.
                asked = box.getEditor().getText().toLowerCase(Locale.ROOT);
                read();
            }
        });
    }

    private void read() {
        Thread.ofVirtual().start(() -> {
            List<String> known = Stream.concat(first.stream(), CommitTree.references(tree).stream())
                    .distinct()
                    .toList();
            Platform.runLater(() -> {
                if (!known.equals(all)) {
                    all = known;
                    offer(known);
                }
            });
        });
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown()
                || event.getText().isEmpty()
                || event.getCode() == KeyCode.ENTER
                || event.getCode() == KeyCode.ESCAPE) {
            return;
        }
        String typed = box.getEditor().getText().toLowerCase(Locale.ROOT);
        if (typed.equals(asked)) {
            return;
        }
        asked = typed;
        List<String> matching = all.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(typed))
                .toList();
        offer(matching);
        if (matching.isEmpty()) {
            box.hide();
        } else if (!box.isShowing()) {
            box.show();
        }
    }

    /** What is typed stays, whatever is offered. */
    private void offer(List<String> names) {
        String typed = box.getEditor().getText();
        int caret = box.getEditor().getCaretPosition();
        box.getItems().setAll(names);
        if (!box.getEditor().getText().equals(typed)) {
            box.getEditor().setText(typed);
            box.getEditor().positionCaret(caret);
        }
    }
}
