package dev.milliner.workbench.editor;

import static javafx.scene.input.KeyCombination.SHIFT_ANY;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;
import static org.fxmisc.wellbehaved.event.EventPattern.eventType;
import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** Makes the text larger and smaller. */
final class ZoomKeys implements EditorFeature {
    private static final double SMALLEST = 8;
    private static final double LARGEST = 32;

    @Override
    public void install(EditorSurface surface) {
        LinesView lines = surface.area().lines();
        Stream.of(
                        on(List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD), () -> by(lines, 1)),
                        on(List.of(KeyCode.MINUS, KeyCode.SUBTRACT), () -> by(lines, -1)),
                        on(List.of(KeyCode.DIGIT0, KeyCode.NUMPAD0), lines::unzoom))
                .forEach(map -> Nodes.addInputMap(surface.area(), map));
        Nodes.addInputMap(
                surface.area(),
                InputMap.consume(
                        eventType(ScrollEvent.SCROLL).onlyIf(event -> event.isShortcutDown() && event.getDeltaY() != 0),
                        event -> by(lines, Math.signum(event.getDeltaY()))));
    }

    private static InputMap<KeyEvent> on(List<KeyCode> keys, Runnable action) {
        return keys.stream()
                .map(key -> InputMap.consume(keyPressed(key, SHORTCUT_DOWN, SHIFT_ANY), event -> action.run()))
                .reduce(InputMap.empty(), InputMap::sequence);
    }

    private static void by(LinesView lines, double step) {
        lines.zoom(Math.clamp(lines.metrics().size() + step, SMALLEST, LARGEST));
    }
}
