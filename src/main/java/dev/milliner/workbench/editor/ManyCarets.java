package dev.milliner.workbench.editor;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_ANY;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;
import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;
import static org.fxmisc.wellbehaved.event.EventPattern.keyTyped;
import static org.fxmisc.wellbehaved.event.EventPattern.mousePressed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** Several carets: keys and the mouse that add them, keys that act on all of them, and how they are drawn. */
final class ManyCarets implements EditorFeature {
    private static final double WIDTH = 1.6;

    private final EditorArea area;
    private final Carets carets;
    private final Occurrences occurrences;

    ManyCarets(EditorSurface surface) {
        area = surface.area();
        carets = area.carets();
        occurrences = new Occurrences(area);
    }

    @Override
    public void install(EditorSurface surface) {
        surface.lines().add((LineLayer) this::draw);
        carets.whenChanged(surface.lines()::redraw);
        Nodes.addInputMap(area, InputMap.sequence(adding(), moving(), deleting(), typing()));
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (!event.isAltDown() && event.getButton() == MouseButton.PRIMARY) {
                carets.onlyMain();
            }
        });
    }

    private InputMap<?> adding() {
        return InputMap.sequence(
                InputMap.consume(keyPressed(KeyCode.D, SHORTCUT_DOWN), event -> occurrences.addNext()),
                InputMap.consume(keyPressed(KeyCode.L, SHORTCUT_DOWN, SHIFT_DOWN), event -> occurrences.selectAll()),
                InputMap.consume(keyPressed(KeyCode.UP, SHORTCUT_DOWN, ALT_DOWN), event -> addBeyond(-1)),
                InputMap.consume(keyPressed(KeyCode.DOWN, SHORTCUT_DOWN, ALT_DOWN), event -> addBeyond(1)),
                InputMap.consume(
                        keyPressed(KeyCode.ESCAPE).onlyIf(event -> carets.areMany()), event -> carets.onlyMain()),
                InputMap.consume(
                        mousePressed(MouseButton.PRIMARY).onlyIf(MouseEvent::isAltDown),
                        event -> addAt(event.getX(), event.getY())));
    }

    private InputMap<?> moving() {
        return InputMap.sequence(
                aside(KeyCode.LEFT, false, place -> CaretMoves.left(area, place)),
                aside(KeyCode.RIGHT, true, place -> CaretMoves.right(area, place)),
                moving(KeyCode.HOME, place -> CaretMoves.home(area, place)),
                moving(KeyCode.END, place -> CaretMoves.end(area, place)));
    }

    private InputMap<?> aside(KeyCode key, boolean right, ToIntFunction<Integer> step) {
        return ofMany(key, event -> caret -> CaretMoves.aside(caret, event.isShiftDown(), right, step));
    }

    private InputMap<?> moving(KeyCode key, ToIntFunction<Integer> step) {
        return ofMany(key, event -> caret -> caret.to(step.applyAsInt(caret.at()), event.isShiftDown()));
    }

    /** With Shift or without; where there is one caret alone, the area does it. */
    private InputMap<?> ofMany(KeyCode key, Function<KeyEvent, UnaryOperator<Caret>> step) {
        return InputMap.consume(
                keyPressed(key, SHIFT_ANY).onlyIf(event -> carets.areMany()), event -> carets.move(step.apply(event)));
    }

    private InputMap<?> deleting() {
        return InputMap.sequence(
                InputMap.consume(
                        keyPressed(KeyCode.BACK_SPACE).onlyIf(event -> carets.areMany()),
                        event -> carets.edit(caret -> CaretMoves.deleteBefore(area, caret))),
                InputMap.consume(
                        keyPressed(KeyCode.DELETE).onlyIf(event -> carets.areMany()),
                        event -> carets.edit(caret -> CaretMoves.deleteBehind(area, caret))));
    }

    private InputMap<?> typing() {
        return InputMap.consume(
                keyTyped().onlyIf(event -> carets.areMany() && isText(event)),
                event -> carets.edit(caret -> CaretEdit.type(caret, event.getCharacter())));
    }

    private static boolean isText(KeyEvent event) {
        return !event.getCharacter().isEmpty()
                && !Character.isISOControl(event.getCharacter().charAt(0))
                && event.isControlDown() == event.isAltDown()
                && !event.isMetaDown();
    }

    /** In the line above the first or below the last, where the main one stands in its own. */
    private void addBeyond(int by) {
        List<Caret> all = carets.all();
        int edge = by < 0 ? all.getFirst().at() : all.getLast().at();
        double x = CaretMoves.x(area, carets.main().at());
        carets.add(Caret.at(CaretMoves.down(area, edge, by, x)));
    }

    private void addAt(double x, double y) {
        area.requestFocus();
        carets.add(Caret.at(area.hit(x, y).getInsertionIndex()));
    }

    private void draw(CodeLine line) {
        if (!carets.areMany()) {
            return;
        }
        int start = area.startOf(line.line());
        int end = start + line.text().length();
        for (Caret caret : carets.more()) {
            if (caret.end() >= start && caret.start() <= end) {
                drawn(line, caret.shifted(-start)).forEach(line::overlay);
            }
        }
    }

    /** What is selected of a line, past its end where the line break is too, and the caret where it stands in it. */
    private static List<Rectangle> drawn(CodeLine line, Caret caret) {
        List<Rectangle> drawn = new ArrayList<>();
        double from = line.x(caret.start());
        double to = line.x(caret.end());
        if (to > from) {
            drawn.add(styled(new Rectangle(from, 0, to - from, line.metrics().height()), "selection"));
        }
        if (line.part().holds(caret.at())) {
            drawn.add(styled(
                    new Rectangle(
                            Math.rint(line.x(caret.at())),
                            0,
                            WIDTH,
                            line.metrics().height()),
                    "caret"));
        }
        return drawn;
    }

    private static Rectangle styled(Rectangle shape, String style) {
        shape.getStyleClass().addAll(style, "another");
        return shape;
    }
}
