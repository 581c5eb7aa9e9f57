package dev.milliner.workbench.editor;

import dev.milliner.workbench.editor.LineBlock.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Edits of whole lines.
 *
 * @param area the area whose carets say which lines
 */
record LineEdits(EditorArea area) {
    /** Edits each block of lines, all by one change that one undo takes back. */
    void edit(Function<LineBlock, Edit> change) {
        Caret main = area.carets().main();
        Caret mainAfter = main;
        List<Replaced> replaced = new ArrayList<>();
        List<Caret> others = new ArrayList<>();
        int grown = 0;
        for (LineBlock block : LineBlock.of(area)) {
            Edit edit = change.apply(block);
            for (Caret caret : block.carets()) {
                Caret after = edit.carets().apply(caret).shifted(grown);
                if (caret.equals(main)) {
                    mainAfter = after;
                } else {
                    others.add(after);
                }
            }
            replaced.add(edit.what());
            grown += edit.what().growth();
        }
        area.getUndoManager().preventMerge();
        area.carets().replace(replaced, mainAfter, others);
        area.getUndoManager().preventMerge();
    }

    /** Changes each line; what is selected of them stays selected. */
    void each(UnaryOperator<String> change) {
        edit(block -> {
            List<String> before = area.linesFrom(block.first(), block.last());
            List<String> after = before.stream().map(change).toList();
            int start = area.startOf(block.first());
            int end = area.endOf(block.last());
            Replaced what = before.equals(after)
                    ? new Replaced(start, start, "")
                    : new Replaced(start, end, String.join("\n", after));
            return new Edit(
                    what,
                    caret -> new Caret(
                            moved(caret, caret.anchor(), block, before, after),
                            moved(caret, caret.at(), block, before, after)));
        });
    }

    /** Where an end of a caret goes with the text of its line; the start of a line that is selected stays its start. */
    private int moved(Caret caret, int place, LineBlock block, List<String> before, List<String> after) {
        int now = area.startOf(block.first());
        for (int i = 0; i < before.size(); i++) {
            int start = area.startOf(block.first() + i);
            int column = place - start;
            if (column <= before.get(i).length()) {
                boolean stays = column == 0 && caret.selects();
                int by = after.get(i).length() - before.get(i).length();
                return now + (stays ? 0 : Math.max(0, column + by));
            }
            now += after.get(i).length() + 1;
        }
        return now + place - area.startOf(block.last() + 1);
    }
}
