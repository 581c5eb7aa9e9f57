package dev.milliner.workbench.base;

import java.util.List;
import javafx.scene.Node;

/** The style classes of a node. */
public final class StyleClasses {
    private StyleClasses() {}

    /** Sets them where they are others: a node whose classes are set is styled anew, though they be the same. */
    public static void set(Node node, String... classes) {
        if (!node.getStyleClass().equals(List.of(classes))) {
            node.getStyleClass().setAll(classes);
        }
    }
}
