package dev.milliner.workbench.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Lines that stand together and in which carets are.
 *
 * @param first the first of them, from 0
 * @param last the last
 * @param carets the carets in them, in order
 */
record LineBlock(int first, int last, List<Caret> carets) {
    /**
     * What becomes of a block.
     *
     * @param what the stretch that is replaced
     * @param carets where a caret of the block goes, before what is replaced in blocks above
     */
    record Edit(Replaced what, UnaryOperator<Caret> carets) {}

    /** The blocks of an area, in order. A line at whose very start a selection ends is not one of its lines. */
    static List<LineBlock> of(EditorArea area) {
        List<LineBlock> blocks = new ArrayList<>();
        for (Caret caret : area.carets().all()) {
            int first = area.lineOf(caret.start());
            int end = area.lineOf(caret.end());
            int last = end > first && area.startOf(end) == caret.end() ? end - 1 : end;
            if (!blocks.isEmpty() && first <= blocks.getLast().last + 1) {
                LineBlock above = blocks.removeLast();
                blocks.add(above.with(last, caret));
            } else {
                blocks.add(new LineBlock(first, last, List.of(caret)));
            }
        }
        return blocks;
    }

    private LineBlock with(int line, Caret caret) {
        List<Caret> more = new ArrayList<>(carets);
        more.add(caret);
        return new LineBlock(first, Math.max(last, line), List.copyOf(more));
    }
}
