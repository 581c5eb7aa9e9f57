package dev.milliner.workbench.editor;

import java.util.BitSet;

/** Which lines were edited since the file was last saved. */
final class ChangedLines {
    private BitSet lines = new BitSet();

    boolean contains(int line) {
        return lines.get(line);
    }

    void clear() {
        lines = new BitSet();
    }

    /**
     * Follows an edit that begins in a line and takes and brings some line breaks.
     *
     * @return true where another line than before is changed now
     */
    boolean follow(int line, int removedBreaks, int insertedBreaks) {
        boolean alreadyChanged = lines.get(line) && removedBreaks == 0 && insertedBreaks == 0;
        if (removedBreaks != insertedBreaks) {
            BitSet moved = lines.get(0, line + 1);
            lines.stream()
                    .filter(bit -> bit > line + removedBreaks)
                    .forEach(bit -> moved.set(bit + insertedBreaks - removedBreaks));
            lines = moved;
        }
        lines.set(line, line + insertedBreaks + 1);
        return !alreadyChanged;
    }
}
