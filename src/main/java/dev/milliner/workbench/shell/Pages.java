package dev.milliner.workbench.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The pages of the rail; one is in front. */
final class Pages {
    private final StackPane stack;
    private final Consumer<Page> chosen;
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final Map<Page, Node> nodes = new EnumMap<>(Page.class);

    /** Makes them; the listener is told which page was asked for. */
    Pages(StackPane stack, Consumer<Page> chosen) {
        this.stack = stack;
        this.chosen = chosen;
    }

    /** Adds a page with the button that brings it to the front. */
    void add(Page page, ToggleButton button, Node node) {
        buttons.put(page, button);
        nodes.put(page, node);
        // The widest page, seen or not, would push all of them out of a small window.
        if (node instanceof Region region) {
            region.setMinWidth(0);
        }
        if (!stack.getChildren().contains(node)) {
            stack.getChildren().add(node);
        }
        button.setOnAction(event -> chosen.accept(page));
    }

    /** Brings a page to the front. */
    void show(Page page) {
        buttons.forEach((other, button) -> button.setSelected(other == page));
        nodes.forEach((other, node) -> node.setVisible(other == page));
    }
}
