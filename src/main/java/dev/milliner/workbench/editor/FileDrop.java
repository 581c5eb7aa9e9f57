package dev.milliner.workbench.editor;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/**
 * Opens files that are dropped.
 *
 * @param root the distro's root
 * @param open opens a file by its path below the root, or absolute
 */
record FileDrop(Path root, Consumer<String> open) {
    /** Lets files be dropped on a node. */
    void install(Node node) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                event.getDragboard().getFiles().stream().map(File::toPath).forEach(this::drop);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** Opens a file. */
    void drop(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path base = root.toAbsolutePath().normalize();
        open.accept((whole.startsWith(base) ? base.relativize(whole) : whole).toString());
    }
}
