package dev.milliner.workbench.editor;

import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Shows something over the window, beside a place of the screen, until somebody presses the mouse elsewhere. It is part of the
 * window's own scene: a window of its own would have no transparent edge without a compositor, and take the keys.
 */
final class SceneCard {
    private final Region content;
    private final EventHandler<MouseEvent> elsewhere = this::pressed;
    private @Nullable Pane layer;

    SceneCard(Region content) {
        this.content = content;
        content.setManaged(false);
    }

    boolean isShowing() {
        return layer != null;
    }

    /**
     * Shows it below a place, or above where there is more room.
     *
     * @param owner what it belongs to; nothing is shown where that is in no window
     * @param at the place, on the screen
     */
    void show(Node owner, Bounds at) {
        Scene scene = owner.getScene();
        if (scene == null || !(scene.getRoot() instanceof Pane root)) {
            return;
        }
        if (layer == null) {
            layer = root;
            root.getChildren().add(content);
            scene.addEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
        }
        content.applyCss();
        place(root, root.screenToLocal(at));
    }

    private void place(Pane root, Bounds at) {
        CardPlace place = CardPlace.of(content, at, root.getWidth(), root.getHeight());
        content.resizeRelocate(place.x(), place.y(), place.width(), place.height());
    }

    private void pressed(MouseEvent event) {
        if (event.getTarget() instanceof Node target && !isWithin(target)) {
            hide();
        }
    }

    private boolean isWithin(Node target) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node.equals(content)) {
                return true;
            }
        }
        return false;
    }

    void hide() {
        Pane shown = layer;
        if (shown != null) {
            layer = null;
            shown.getChildren().remove(content);
            shown.getScene().removeEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
        }
    }
}
