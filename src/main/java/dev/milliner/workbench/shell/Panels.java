package dev.milliner.workbench.shell;

import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The panels around the editor: folded away by keys, and by a double click on the line between.
 *
 * @param side the explorer
 * @param bottom the effect, the problems and the log
 * @param inspector what things resolve to
 */
record Panels(Panel side, Panel bottom, Panel inspector) {
    /** Those of a page of three columns, whose middle has two rows. */
    static Panels of(SplitPane columns, SplitPane rows) {
        Memory first = Memory.FIRST;
        Panels panels = new Panels(
                new Panel(columns, (Region) columns.getItems().getFirst(), 0, 0, first.side()),
                new Panel(rows, (Region) rows.getItems().getLast(), 0, 1, first.bottom()),
                new Panel(columns, (Region) columns.getItems().getLast(), 1, 1, first.inspector()));
        onDoubleClick(columns, List.of(panels.side, panels.inspector));
        onDoubleClick(rows, List.of(panels.bottom));
        return panels;
    }

    /** The dividers come with the skin, in their order. */
    private static void onDoubleClick(SplitPane pane, List<Panel> panels) {
        pane.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() != 2) {
                return;
            }
            List<Node> dividers = new ArrayList<>(pane.getChildrenUnmodifiable().stream()
                    .filter(node -> node.getStyleClass().contains("split-pane-divider"))
                    .toList());
            for (int i = 0; i < Math.min(dividers.size(), panels.size()); i++) {
                if (dividers.get(i).getBoundsInParent().contains(event.getX(), event.getY())) {
                    panels.get(i).toggle();
                }
            }
        });
    }

    List<Command> commands() {
        return List.of(
                Command.of("view.explorer", Wording.of("command.view.explorer"), Keys.control(KeyCode.B), side::toggle),
                Command.of("view.bottom", Wording.of("command.view.bottom"), Keys.control(KeyCode.J), bottom::toggle),
                Command.of(
                        "view.inspector",
                        Wording.of("command.view.inspector"),
                        Keys.key(KeyCode.B, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN),
                        inspector::toggle));
    }
}
