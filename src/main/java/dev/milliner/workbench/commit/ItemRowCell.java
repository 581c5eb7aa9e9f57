package dev.milliner.workbench.commit;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An item of the review. */
final class ItemRowCell extends StagedCell<StagedItem> {
    ItemRowCell(Consumer<StagedItem> toggle) {
        super(toggle);
    }

    @Override
    protected void updateItem(@Nullable StagedItem item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
        } else {
            show(item.chapter().title(), item.about(), item.staged());
        }
    }
}
