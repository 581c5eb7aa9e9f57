package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * The commands about what has the keyboard: where it goes, how large that is, which menu it has. With them nothing needs a mouse.
 *
 * @param root the window's content
 * @param parts its parts
 */
record FocusCommands(Pane root, WindowParts parts) {
    private static final double INSIDE = 24;

    FocusCommands(Pane root) {
        this(root, new WindowParts(root));
    }

    List<Command> all() {
        return List.of(
                Command.of(
                        "go.nextPart", Wording.of("command.go.next-part"), Keys.key(KeyCode.F6), () -> parts.step(1)),
                Command.of(
                        "go.previousPart",
                        Wording.of("command.go.previous-part"),
                        Keys.key(KeyCode.F6, KeyCombination.SHIFT_DOWN),
                        () -> parts.step(-1)),
                Command.of(
                        "go.menu",
                        Wording.of("command.go.menu"),
                        Keys.key(KeyCode.F10, KeyCombination.SHIFT_DOWN),
                        this::menu),
                Command.of(
                        "view.larger",
                        Wording.of("command.view.larger"),
                        size(KeyCode.PAGE_UP),
                        () -> PanelSizes.change(owner(), 1)),
                Command.of(
                        "view.smaller",
                        Wording.of("command.view.smaller"),
                        size(KeyCode.PAGE_DOWN),
                        () -> PanelSizes.change(owner(), -1)),
                new Command(
                        "view.sort",
                        Wording.of("command.view.sort"),
                        Optional.empty(),
                        () -> table().isPresent(),
                        () -> table().ifPresent(ColumnMenu::show)));
    }

    private static KeyCombination size(KeyCode key) {
        return Keys.key(key, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private @Nullable Node owner() {
        Scene scene = root.getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    private Optional<Control> table() {
        return ColumnMenu.table(root, owner());
    }

    /** As the platform asks for it by the menu key, which many keyboards lack. */
    private void menu() {
        Node owner = owner();
        if (owner != null) {
            Bounds place = owner.getLayoutBounds();
            double x = place.getMinX() + Math.min(INSIDE, place.getWidth() / 2);
            double y = place.getMinY() + Math.min(INSIDE, place.getHeight() / 2);
            Point2D at = owner.localToScreen(x, y);
            owner.fireEvent(new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, x, y, at.getX(), at.getY(), true, null));
        }
    }
}
