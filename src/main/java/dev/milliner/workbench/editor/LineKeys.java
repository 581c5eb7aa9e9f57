package dev.milliner.workbench.editor;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;
import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;

import dev.milliner.workbench.editor.LineBlock.Edit;
import javafx.scene.input.KeyCode;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** Keys for whole lines: moving, copying, deleting, selecting them, and opening new ones. */
final class LineKeys implements EditorFeature {
    private final EditorArea area;
    private final LineEdits lines;

    LineKeys(EditorSurface surface) {
        area = surface.area();
        lines = new LineEdits(area);
    }

    @Override
    public void install(EditorSurface surface) {
        Nodes.addInputMap(
                area,
                InputMap.sequence(
                        InputMap.consume(keyPressed(KeyCode.UP, ALT_DOWN), event -> lines.edit(this::up)),
                        InputMap.consume(keyPressed(KeyCode.DOWN, ALT_DOWN), event -> lines.edit(this::down)),
                        InputMap.consume(
                                keyPressed(KeyCode.UP, ALT_DOWN, SHIFT_DOWN), event -> lines.edit(this::copyAbove)),
                        InputMap.consume(
                                keyPressed(KeyCode.DOWN, ALT_DOWN, SHIFT_DOWN), event -> lines.edit(this::copyBelow)),
                        InputMap.consume(
                                keyPressed(KeyCode.K, SHORTCUT_DOWN, SHIFT_DOWN), event -> lines.edit(this::delete)),
                        InputMap.consume(keyPressed(KeyCode.L, SHORTCUT_DOWN), event -> area.carets()
                                .move(this::wholeLines)),
                        InputMap.consume(keyPressed(KeyCode.ENTER, SHORTCUT_DOWN), event -> area.carets()
                                .edit(this::lineBelow)),
                        InputMap.consume(keyPressed(KeyCode.ENTER, SHORTCUT_DOWN, SHIFT_DOWN), event -> area.carets()
                                .edit(this::lineAbove))));
    }

    private Edit up(LineBlock block) {
        if (block.first() == 0) {
            return nothing(block);
        }
        String above = area.text(block.first() - 1);
        int start = area.startOf(block.first() - 1);
        return new Edit(
                new Replaced(start, area.endOf(block.last()), text(block) + "\n" + above),
                caret -> shifted(caret, -above.length() - 1, start));
    }

    private Edit down(LineBlock block) {
        if (block.last() + 1 == area.getParagraphs().size()) {
            return nothing(block);
        }
        String below = area.text(block.last() + 1);
        int end = area.endOf(block.last() + 1);
        return new Edit(
                new Replaced(area.startOf(block.first()), end, below + "\n" + text(block)),
                caret -> shifted(caret, below.length() + 1, end));
    }

    /** An end of a selection at the start of the line below the block may have no such line to stand in after it. */
    private static Caret shifted(Caret caret, int by, int edge) {
        return by < 0
                ? caret.shifted(by)
                : new Caret(Math.min(caret.anchor() + by, edge), Math.min(caret.at() + by, edge));
    }

    private Edit copyAbove(LineBlock block) {
        int end = area.endOf(block.last());
        return new Edit(new Replaced(end, end, "\n" + text(block)), caret -> caret);
    }

    private Edit copyBelow(LineBlock block) {
        int start = area.startOf(block.first());
        String copy = text(block) + "\n";
        return new Edit(new Replaced(start, start, copy), caret -> caret.shifted(copy.length()));
    }

    private Edit delete(LineBlock block) {
        int start = area.startOf(block.first());
        boolean atEnd = block.last() + 1 == area.getParagraphs().size();
        Replaced gone = atEnd
                ? new Replaced(Math.max(0, start - 1), area.getLength(), "")
                : new Replaced(start, area.startOf(block.last() + 1), "");
        return new Edit(gone, caret -> Caret.at(gone.start()));
    }

    private static Edit nothing(LineBlock block) {
        int place = block.carets().getFirst().start();
        return new Edit(new Replaced(place, place, ""), caret -> caret);
    }

    private String text(LineBlock block) {
        return String.join("\n", area.linesFrom(block.first(), block.last()));
    }

    /** What is selected grows to whole lines, and by the next one where it is whole lines already. */
    private Caret wholeLines(Caret caret) {
        int last = area.lineOf(caret.end());
        boolean isLast = last + 1 == area.getParagraphs().size();
        return new Caret(area.startOf(area.lineOf(caret.start())), isLast ? area.getLength() : area.startOf(last + 1));
    }

    private CaretEdit lineBelow(Caret caret) {
        int line = area.lineOf(caret.at());
        String opened = "\n" + Indent.of(area.text(line), Integer.MAX_VALUE);
        return CaretEdit.insert(area.endOf(line), opened, opened.length());
    }

    private CaretEdit lineAbove(Caret caret) {
        int line = area.lineOf(caret.at());
        String indent = Indent.of(area.text(line), Integer.MAX_VALUE);
        return CaretEdit.insert(area.startOf(line), indent + "\n", indent.length());
    }
}
