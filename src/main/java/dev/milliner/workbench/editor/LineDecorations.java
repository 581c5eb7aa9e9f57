package dev.milliner.workbench.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The columns before the lines of an area, and the layers over their text. */
final class LineDecorations {
    private final EditorArea area;
    private final List<GutterColumn> columns = new ArrayList<>();
    private final List<LineLayer> layers = new ArrayList<>();

    LineDecorations(EditorArea area) {
        this.area = area;
        area.lines().draw(this);
    }

    /** Adds a column. */
    void add(GutterColumn column) {
        columns.add(column);
        columns.sort(Comparator.comparingInt(GutterColumn::order));
        redraw();
    }

    /** Adds a layer above those that are there. */
    void add(LineLayer layer) {
        layers.add(layer);
        redraw();
    }

    /** Draws anew what is on the screen. */
    void redraw() {
        area.lines().redraw(0, Integer.MAX_VALUE);
    }

    /** Draws lines anew, from one to and with another, both counted from 0, as far as they are on the screen. */
    void redraw(int first, int last) {
        area.lines().redraw(first, last);
    }

    /** How wide what stands before lines is. */
    double gutterWidth(CodeMetrics metrics) {
        int lines = area.getParagraphs().size();
        return CodeLine.gutter(columns.stream()
                .mapToDouble(column -> column.width(lines, metrics))
                .toArray());
    }

    /** Draws what stands before a line and over it. */
    void decorate(CodeLine line) {
        int lines = area.getParagraphs().size();
        for (GutterColumn column : columns) {
            boolean isShown = line.part().isFirst() || column.isBesideEachRow();
            line.addColumn(column.width(lines, line.metrics()), isShown ? column.at(line) : Optional.empty());
        }
        layers.forEach(layer -> layer.draw(line));
    }
}
