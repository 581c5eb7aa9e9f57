package dev.milliner.workbench.editor;

import dev.milliner.language.Symbol;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What stands beside a part of a file, itself included.
 *
 * @param all what each is called, and where it is
 * @param own which of them the caret stands in
 */
record Siblings(List<Sibling> all, int own) {
    /**
     * One of them.
     *
     * @param detail a few words more; may be empty
     */
    record Sibling(String name, String detail, Place place) {}

    /** The parts beside the innermost one of an outline that a line, from 1, stands in; all on top where it stands in none. */
    static Siblings of(List<Symbol> outline, int line) {
        List<Symbol> beside = outline;
        int own = 0;
        for (List<Symbol> level = outline; !level.isEmpty(); ) {
            List<Symbol> here = level;
            int inside = IntStream.range(0, level.size())
                    .filter(i -> here.get(i).place().range().touchesLine(line))
                    .reduce(-1, (first, last) -> last);
            if (inside < 0) {
                break;
            }
            beside = level;
            own = inside;
            level = level.get(inside).children();
        }
        return new Siblings(
                beside.stream()
                        .map(symbol -> new Sibling(symbol.name(), symbol.detail(), symbol.place()))
                        .toList(),
                own);
    }

    /** The keys of the table that a line, from 0, stands in. */
    static Siblings keys(EditorSurface surface, Highlighter lines, int line) {
        EditorArea area = surface.area();
        List<Sibling> keys = new ArrayList<>();
        int first = line;
        while (first > 0 && !isHeader(surface, lines, first)) {
            first--;
        }
        int own = 0;
        for (int at = first; at < area.getParagraphs().size() && (at == first || !isHeader(surface, lines, at)); at++) {
            int here = at + 1;
            if (lines.stateBefore(at) == 0) {
                Outline.key(area.text(at))
                        .ifPresent(key -> keys.add(new Sibling(
                                key, "", new Place(surface.file().path(), new TextRange(here, 1, here, 1)))));
            }
            own = at <= line ? Math.max(0, keys.size() - 1) : own;
        }
        return new Siblings(keys, own);
    }

    private static boolean isHeader(EditorSurface surface, Highlighter lines, int line) {
        return lines.stateBefore(line) == 0
                && Outline.isHeader(surface.language(), surface.area().text(line));
    }
}
