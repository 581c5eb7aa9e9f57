package dev.milliner.workbench.editor;

import dev.milliner.text.TextRange;

/**
 * Moves the caret of an area and what of it is in view.
 *
 * @param area the area
 */
record EditorView(EditorArea area) {
    /** Goes to the start of a stretch, brings it into the middle of the view and takes the keyboard. */
    void goTo(TextRange range) {
        int line = line(range);
        int column = Math.clamp(range.column() - 1, 0, area.getParagraphLength(line));
        area.moveTo(line, column);
        area.showParagraphAtCenter(line);
        area.requestFocus();
    }

    /** Goes to a line without taking the keyboard away from where it is. */
    void show(TextRange range) {
        area.moveTo(line(range), 0);
        area.requestFollowCaret();
    }

    /** Goes to a stretch within a line and selects it. */
    void select(TextRange range) {
        goTo(range);
        int line = line(range);
        int length = area.getParagraphLength(line);
        area.selectRange(
                line, Math.clamp(range.column() - 1, 0, length), line, Math.clamp(range.endColumn() - 1, 0, length));
    }

    private int line(TextRange range) {
        return Math.clamp(range.line() - 1, 0, area.getParagraphs().size() - 1);
    }
}
