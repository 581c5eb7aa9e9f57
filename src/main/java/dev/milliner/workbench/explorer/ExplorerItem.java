package dev.milliner.workbench.explorer;

import java.util.List;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/** A tree item that makes its children when they are first asked for. */
final class ExplorerItem extends TreeItem<ExplorerNode> {
    private @Nullable Supplier<List<ExplorerItem>> source;
    private final boolean leaf;

    /** An item with nothing below it. */
    ExplorerItem(ExplorerNode node) {
        super(node);
        leaf = true;
    }

    /** An item with children. */
    ExplorerItem(ExplorerNode node, Supplier<List<ExplorerItem>> source) {
        super(node);
        this.source = source;
        leaf = false;
    }

    @Override
    public boolean isLeaf() {
        return leaf;
    }

    @Override
    public ObservableList<TreeItem<ExplorerNode>> getChildren() {
        Supplier<List<ExplorerItem>> pending = source;
        if (pending != null) {
            source = null;
            super.getChildren().setAll(pending.get());
        }
        return super.getChildren();
    }
}
