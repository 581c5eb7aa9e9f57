package dev.milliner.workbench.image;

import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** A package or file in the tree of what a built image shows. An image has thousands of files, and most are never looked at. */
final class EvidenceItem extends TreeItem<EvidenceLine> {
    private boolean filled;

    EvidenceItem(EvidenceLine line) {
        super(line);
    }

    @Override
    public boolean isLeaf() {
        return getValue().files().isEmpty();
    }

    @Override
    public ObservableList<TreeItem<EvidenceLine>> getChildren() {
        if (!filled) {
            filled = true;
            super.getChildren()
                    .setAll(getValue().files().stream().map(EvidenceItem::new).toList());
        }
        return super.getChildren();
    }
}
