package dev.milliner.workbench.editor;

import dev.milliner.text.TextEdit;
import java.util.BitSet;

/** Which lines of a text, counted from 0, are not as they were saved. */
final class ChangedLines {
    private BitSet lines = new BitSet();

    boolean contains(int line) {
        return lines.get(line);
    }

    /**
     * Follows an edit: the lines it touched count as changed, those below keep what they are.
     *
     * @return true where another line than before is changed now
     */
    boolean follow(TextEdit edit) {
        if (!edit.parts().isEmpty()) {
            return edit.parts().stream().map(this::follow).reduce(false, Boolean::logicalOr);
        }
        int line = edit.line() - 1;
        int removed = edit.removedBreaks();
        int inserted = edit.insertedBreaks();
        boolean alreadyChanged = lines.get(line) && removed == 0 && inserted == 0;
        if (removed != inserted) {
            BitSet moved = lines.get(0, line + 1);
            lines.stream().filter(bit -> bit > line + removed).forEach(bit -> moved.set(bit + inserted - removed));
            lines = moved;
        }
        lines.set(line, line + inserted + 1);
        return !alreadyChanged;
    }

    /**
     * Takes what a comparison found.
     *
     * @return true where another line than before is changed now
     */
    boolean become(BitSet now) {
        boolean another = !lines.equals(now);
        lines = (BitSet) now.clone();
        return another;
    }
}
