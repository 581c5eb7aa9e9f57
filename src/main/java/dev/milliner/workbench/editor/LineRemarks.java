package dev.milliner.workbench.editor;

import dev.milliner.text.TextEdit;
import dev.milliner.text.TextRange;
import dev.milliner.text.TrackedRanges;
import dev.milliner.text.TrackedRanges.Tracked;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CodeArea;

/** Quiet remarks behind lines; each stays with its line while the text is edited. */
final class LineRemarks implements EditorFeature {
    private static final double GAP = 22;
    private static final double TAG_EDGE = 7;
    private static final int COLOURS = 5;

    private final TrackedRanges<Hint> hints = new TrackedRanges<>();
    private final EditorSurface surface;

    LineRemarks(EditorSurface surface) {
        this.surface = surface;
    }

    @Override
    public void install(EditorSurface on) {
        on.lines().add((LineLayer) this::draw);
    }

    /** Shows remarks behind lines, counted from 0, in place of those shown before. */
    void show(Map<Integer, Hint> now) {
        CodeArea area = surface.area();
        List<Tracked<Hint>> tracked = now.entrySet().stream()
                .filter(entry -> entry.getKey() < area.getParagraphs().size())
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Tracked<>(wholeLine(area, entry.getKey()), entry.getValue()))
                .toList();
        hints.set(tracked).forEach(line -> surface.lines().redraw(line - 1, line - 1));
    }

    private static TextRange wholeLine(CodeArea area, int line) {
        return new TextRange(line + 1, 1, line + 1, area.getParagraphLength(line) + 1);
    }

    @Override
    public void edited(TextEdit edit) {
        if (hints.edited(edit)) {
            surface.lines().redraw();
        }
    }

    /** Behind the last row of the line. */
    private void draw(CodeLine line) {
        if (!line.part().isLast()) {
            return;
        }
        for (Tracked<Hint> hint : hints.beginningIn(line.line() + 1)) {
            Text remark = new Text(hint.what().text());
            remark.setFont(line.metrics().remark());
            line.behind(remark, GAP);
            switch (hint.what()) {
                case Hint.Remark plain -> remark.getStyleClass().addAll("line-hint", plain.styleClass());
                case Hint.Tag tag -> {
                    remark.getStyleClass().add("line-tag");
                    line.overlay(ground(remark, tag.number()));
                }
            }
        }
    }

    private static Rectangle ground(Text text, int number) {
        Bounds bounds = text.getBoundsInLocal();
        Rectangle ground = new Rectangle(
                bounds.getMinX() - TAG_EDGE, bounds.getMinY(), bounds.getWidth() + 2 * TAG_EDGE, bounds.getHeight());
        ground.setArcWidth(bounds.getHeight());
        ground.setArcHeight(bounds.getHeight());
        // Below its text, which stands in the line already.
        ground.setViewOrder(1);
        ground.getStyleClass().addAll("line-tag-ground", "overlay-" + number % COLOURS);
        return ground;
    }
}
