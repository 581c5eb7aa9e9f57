package dev.milliner.workbench.commit;

import dev.milliner.commit.PendingFile;
import dev.milliner.commit.PendingFile.How;
import dev.milliner.commit.PendingFile.Staged;
import java.util.function.Consumer;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A file that differs from the last commit. */
final class FileRowCell extends StagedCell<PendingFile> {
    FileRowCell(Consumer<PendingFile> toggle) {
        super(toggle);
    }

    @Override
    protected void updateItem(@Nullable PendingFile file, boolean empty) {
        super.updateItem(file, empty);
        if (file == null || empty) {
            setGraphic(null);
            setTooltip(null);
            setDisable(false);
            return;
        }
        int slash = file.path().lastIndexOf('/');
        show(file.path().substring(slash + 1), file.how().word(), file.staged());
        setTooltip(new Tooltip(file.path()));
        setDisable(file.how() == How.IN_CONFLICT);
    }

    static boolean isToBeStaged(PendingFile file) {
        return file.staged() != Staged.WHOLE;
    }
}
