package dev.milliner.workbench.editor;

import dev.milliner.text.TextEdit;

/** The headers of a text's tables or sections. The one that was looked for last is remembered, as the next is near. */
final class Headers implements EditorFeature {
    static final int NONE = -1;

    private final EditorSurface surface;
    private final Highlighter lines;
    /** Between this header and this line there is no other; the line is {@link #NONE} where nothing is known. */
    private int header = NONE;

    private int below = NONE;

    /**
     * Makes it.
     *
     * @param lines knows which lines begin inside of a value
     */
    Headers(EditorSurface surface, Highlighter lines) {
        this.surface = surface;
        this.lines = lines;
    }

    @Override
    public void install(EditorSurface on) {
        on.area().lines().pin(this);
    }

    @Override
    public void edited(TextEdit edit) {
        int line = edit.line() - 1;
        below = line <= header ? NONE : Math.min(below, line - 1);
    }

    /** Tells whether a line, from 0, is a header. */
    boolean isHeader(int line) {
        return line < surface.area().getParagraphs().size()
                && Outline.isHeader(surface.language(), surface.area().text(line))
                && lines.stateBefore(line) == 0;
    }

    /** The header at or above a line, from 0; {@link #NONE} where there is none. */
    int at(int line) {
        boolean inside = line <= below && line > header;
        if (!inside) {
            header = find(line);
        }
        below = inside ? below : line;
        return header;
    }

    private int find(int line) {
        int end = line > below && below > header ? below : NONE;
        for (int i = line; i > end; i--) {
            if (isHeader(i)) {
                return i;
            }
        }
        return end == NONE ? NONE : header;
    }
}
