package dev.milliner.workbench.drop;

import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/** Takes files and folders that are dragged onto a window, and shows what dropping them would do while they hover. */
public final class DropTarget implements AutoCloseable {
    private final DropHost host;
    private final DropVeil veil;
    private final Later looking = new Later(Wording.of("activity.dragged"));
    /** Apart from the other, as the mouse leaves as soon as something is dropped. */
    private final Later taking = new Later(Wording.of("activity.dropped"));

    private List<Path> hovering = List.of();

    /**
     * Makes one.
     *
     * @param over the content of the window
     */
    public DropTarget(StackPane over, DropHost host) {
        this.host = host;
        veil = new DropVeil(over);
        over.addEventHandler(DragEvent.DRAG_OVER, this::over);
        over.addEventHandler(DragEvent.DRAG_EXITED, event -> leave());
        over.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
            hover(paths(event));
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            List<Path> files = paths(event);
            leave();
            taking.ask(() -> look(files), found -> found.forEach(host::drop));
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private static List<Path> paths(DragEvent event) {
        return event.getDragboard().getFiles().stream().map(File::toPath).toList();
    }

    private void hover(List<Path> files) {
        if (!files.equals(hovering)) {
            hovering = files;
            looking.ask(
                    () -> look(files),
                    found -> veil.show(found.stream().map(host::words).toList()));
        }
    }

    private void leave() {
        hovering = List.of();
        looking.cancel();
        veil.hide();
    }

    /** A window is on one distro, so of one among other things nothing else is taken. */
    private static List<Dropped> look(List<Path> files) {
        List<Dropped> all = files.stream().map(Dropped::of).toList();
        return all.stream()
                .filter(Dropped.Tree.class::isInstance)
                .findFirst()
                .map(List::of)
                .orElse(all);
    }

    /** Tells whether all that was dropped is taken. */
    public boolean isSettled() {
        return taking.isSettled();
    }

    @Override
    public void close() {
        leave();
        looking.close();
        taking.close();
    }
}
