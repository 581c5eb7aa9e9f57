package dev.milliner.workbench.editor;

import dev.milliner.text.TextEdit;
import java.util.Optional;

/**
 * Lines that can be folded away.
 *
 * @param first the line that stays, from 0
 * @param last the last line that goes
 */
record Fold(int first, int last) {
    /** Tells whether a line is one of those that go. */
    boolean hides(int line) {
        return first < line && line <= last;
    }

    /** Tells whether a line is the one that stays or one of those that go. */
    boolean holds(int line) {
        return first <= line && line <= last;
    }

    /** Where it is after an edit; empty where one of its lines went, came, or was hidden and is another now. */
    Optional<Fold> after(TextEdit edit) {
        int line = edit.line() - 1;
        int by = edit.insertedBreaks() - edit.removedBreaks();
        boolean isAbove = line + edit.removedBreaks() < first;
        boolean pushesDown =
                line == first && edit.removedText().isEmpty() && edit.removed().column() == 1;
        if (isAbove || (pushesDown && by > 0)) {
            return Optional.of(by == 0 ? this : new Fold(first + by, last + by));
        }
        boolean within = line == first && edit.removedBreaks() == 0 && edit.insertedBreaks() == 0;
        return line > last || within ? Optional.of(this) : Optional.empty();
    }
}
