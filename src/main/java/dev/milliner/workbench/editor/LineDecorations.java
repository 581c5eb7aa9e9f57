package dev.milliner.workbench.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.transform.Translate;
import org.fxmisc.richtext.CodeArea;

/** The columns before the lines of an area, and the layers over their text. */
final class LineDecorations {
    private final CodeArea area;
    private final List<GutterColumn> columns = new ArrayList<>();
    private final List<LineLayer> layers = new ArrayList<>();
    /** One for all lines, which it holds weakly: what is drawn over the text follows without being drawn anew. */
    private final Translate scrolled = new Translate();

    LineDecorations(CodeArea area) {
        this.area = area;
        area.estimatedScrollXProperty()
                .addListener((property, before, now) -> scrolled.setX(now == null ? 0 : -now.doubleValue()));
        redraw();
    }

    /** Adds a column. */
    void add(GutterColumn column) {
        columns.add(column);
        columns.sort(Comparator.comparingInt(GutterColumn::order));
    }

    /** Adds a layer above those that are there. */
    void add(LineLayer layer) {
        layers.add(layer);
    }

    /** Draws anew what is on the screen: a new factory makes the area do just that. */
    void redraw() {
        area.setParagraphGraphicFactory(line -> at(line));
    }

    private Node at(int line) {
        int lines = area.getParagraphs().size();
        String text = line < lines ? area.getParagraph(line).getText() : "";
        LineDecoration decoration = new LineDecoration(line, text, scrolled);
        for (GutterColumn column : columns) {
            decoration.addColumn(column.width(lines), column.at(line));
        }
        layers.forEach(layer -> layer.draw(decoration));
        return decoration;
    }
}
