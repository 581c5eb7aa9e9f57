package dev.milliner.workbench.editor;

import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** Moves the caret up and down, through shorter lines back to where it came from. */
final class VerticalKeys {
    private final EditorArea area;
    private double goal;
    private int reached = -1;

    VerticalKeys(EditorArea area) {
        this.area = area;
    }

    void install() {
        Nodes.addInputMap(
                area,
                InputMap.sequence(
                        InputMap.consume(keyPressed(KeyCode.UP), event -> move(-1, SelectionPolicy.CLEAR)),
                        InputMap.consume(keyPressed(KeyCode.DOWN), event -> move(1, SelectionPolicy.CLEAR)),
                        InputMap.consume(
                                keyPressed(KeyCode.UP, KeyCombination.SHIFT_DOWN),
                                event -> move(-1, SelectionPolicy.ADJUST)),
                        InputMap.consume(
                                keyPressed(KeyCode.DOWN, KeyCombination.SHIFT_DOWN),
                                event -> move(1, SelectionPolicy.ADJUST))));
    }

    private void move(int by, SelectionPolicy policy) {
        if (area.carets().areMany()) {
            boolean selecting = policy == SelectionPolicy.ADJUST;
            area.carets()
                    .move(caret ->
                            caret.to(CaretMoves.down(area, caret.at(), by, CaretMoves.x(area, caret.at())), selecting));
            return;
        }
        if (area.getCaretPosition() != reached) {
            goal = CaretMoves.x(area, area.getCaretPosition());
        }
        area.vertical(by, policy, goal);
        reached = area.getCaretPosition();
    }
}
