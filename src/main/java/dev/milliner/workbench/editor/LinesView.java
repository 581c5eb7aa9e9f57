package dev.milliner.workbench.editor;

import dev.milliner.text.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.scene.control.IndexRange;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Translate;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text that are on the screen. A line is drawn when it comes into view, and anew when it, or what is drawn over
 * it, has changed; all others only move. It is laid out by itself, so that a keystroke lays out nothing around it.
 */
final class LinesView extends Region {
    private final EditorArea area;
    private final ViewScroll scroll = new ViewScroll();
    private final CaretBar caret = new CaretBar();
    private final Pane lines = new Pane();
    private final NavigableMap<Integer, CodeLine> shown = new TreeMap<>();
    private final List<CodeLine> free = new ArrayList<>();
    private final Set<Integer> stale = new HashSet<>();
    /** One for all lines, which it holds weakly: text that is scrolled to the side is not drawn anew. */
    private final Translate scrolled = new Translate();

    private Consumer<CodeLine> decorations = line -> {};
    private CodeMetrics metrics = CodeMetrics.of(CodeMetrics.USUAL);
    private double usual = CodeMetrics.USUAL;
    private double gutterWidth;
    private boolean settling;
    private boolean pinnedIsStale;
    /** The header of what is on top, while it is scrolled out itself. */
    private final CodeLine pinned = new CodeLine(metrics, scrolled);

    private @Nullable Headers headers;
    private HiddenLines hidden = HiddenLines.NONE;
    private IntConsumer reveal = line -> {};

    LinesView(EditorArea area) {
        this.area = area;
        setManaged(false);
        getChildren().addAll(lines, caret, pinned);
        pinned.getStyleClass().add("pinned");
        pinned.setVisible(false);
        pinned.addEventHandler(MouseEvent.MOUSE_PRESSED, this::goToPinned);
        lines.setManaged(false);
        clip();
        scrolled.xProperty().bind(scroll.leftProperty().negate());
        scroll.topProperty().subscribe(this::again);
        scroll.leftProperty().subscribe(this::again);
        area.selectionProperty().addListener((property, before, now) -> requestLayout());
        area.caretPositionProperty().addListener((property, before, now) -> {
            caret.restart();
            requestLayout();
        });
        area.focusedProperty().subscribe(caret::blinkWhile);
    }

    private void clip() {
        Rectangle within = new Rectangle();
        within.widthProperty().bind(widthProperty());
        within.heightProperty().bind(heightProperty());
        setClip(within);
    }

    /** While it settles, it is laid out already. */
    private void again() {
        if (!settling) {
            requestLayout();
        }
    }

    ViewScroll scroll() {
        return scroll;
    }

    CodeMetrics metrics() {
        return metrics;
    }

    /** Says what is drawn in and over a line when it is made. */
    void draw(Consumer<CodeLine> all) {
        decorations = all;
    }

    /** Folds lines away. */
    void hide(HiddenLines now) {
        hidden = now;
        again();
    }

    /** Folds lines away while what is at the caret, or on top where that is not in view, stays where it is on the screen. */
    void hideInPlace(HiddenLines now) {
        int top = hidden.line((int) (scroll.top() / metrics.height()));
        int anchor = shown.containsKey(area.getCurrentParagraph()) ? area.getCurrentParagraph() : top;
        double before = top(anchor);
        hide(now);
        scroll.setTop(scroll.top() + top(anchor) - before);
    }

    /** Which lines are folded away. */
    HiddenLines hidden() {
        return hidden;
    }

    /** Says who shows a folded line, from 0, to which the caret went. */
    void whenHidden(IntConsumer revealing) {
        reveal = revealing;
    }

    /** Has the header of what is on top stay there. */
    void pin(Headers all) {
        headers = all;
    }

    /** How high what stays on top is when a line, from 0, is the first in view. */
    double pinnedAbove(int line) {
        int header = headers == null ? Headers.NONE : headers.at(line);
        return header == Headers.NONE || header == line ? 0 : metrics.height();
    }

    /** Says what size is the usual one, and takes it. */
    void usual(double size) {
        usual = size;
        unzoom();
    }

    /** Comes back to the usual size. */
    void unzoom() {
        if (metrics.size() != usual) {
            zoom(usual);
        }
    }

    /** Makes the text larger or smaller. */
    void zoom(double size) {
        double line = scroll.top() / metrics.height();
        metrics = CodeMetrics.of(size);
        redraw(0, Integer.MAX_VALUE);
        scroll.setTop(line * metrics.height());
    }

    /** Draws lines anew, from one to and with another. */
    void redraw(int first, int last) {
        pinnedIsStale |= first <= pinned.line() && pinned.line() <= last;
        stale.addAll(shown.subMap(first, true, last, true).keySet());
        again();
    }

    /** Follows an edit of the text. */
    void edited(TextEdit edit) {
        int first = edit.line() - 1;
        boolean sameLines = edit.removedBreaks() == 0 && edit.insertedBreaks() == 0;
        redraw(first, sameLines ? first : Integer.MAX_VALUE);
    }

    @Override
    protected void layoutChildren() {
        Position at = area.offsetToPosition(area.getCaretPosition(), Bias.Forward);
        settling = true;
        if (hidden.hides(at.getMajor())) {
            reveal.accept(at.getMajor());
        }
        scroll.settle(area, metrics, gutterWidth, at);
        settling = false;
        int first = (int) (scroll.top() / metrics.height());
        int last = Math.min(rows() - 1, (int) ((scroll.top() + getHeight()) / metrics.height()));
        leaveAllBut(first, last);
        for (int row = first; row <= last; row++) {
            int line = hidden.line(row);
            if (!shown.containsKey(line) || stale.contains(line)) {
                show(line);
            }
        }
        stale.clear();
        place(at);
        placePinned(first);
    }

    private void leaveAllBut(int firstRow, int lastRow) {
        int first = hidden.line(firstRow);
        int last = hidden.line(lastRow);
        leave(shown.headMap(first, false));
        leave(shown.tailMap(last, false));
        if (last - first > lastRow - firstRow) {
            List.copyOf(shown.keySet()).stream()
                    .filter(hidden::hides)
                    .forEach(line -> leave(shown.subMap(line, true, line, true)));
        }
    }

    /** How many rows there are. */
    int rows() {
        return hidden.rows(area.getParagraphs().size());
    }

    /** How far a line is from the top of the text. */
    double top(int line) {
        return hidden.row(line) * metrics.height();
    }

    private void leave(NavigableMap<Integer, CodeLine> gone) {
        gone.values().forEach(line -> line.setVisible(false));
        free.addAll(gone.values());
        gone.clear();
    }

    private void show(int line) {
        CodeLine node = shown.computeIfAbsent(line, none -> free.isEmpty() ? added() : free.removeLast());
        fill(node, line);
        gutterWidth = node.gutterWidth();
    }

    private void fill(CodeLine node, int line) {
        node.become(line, area.getParagraph(line).getText(), metrics);
        node.setVisible(true);
        decorations.accept(node);
        node.applyCss();
    }

    private CodeLine added() {
        CodeLine line = new CodeLine(metrics, scrolled);
        lines.getChildren().add(line);
        return line;
    }

    private void place(Position at) {
        IndexRange selected = area.getSelection();
        Position from = area.offsetToPosition(selected.getStart(), Bias.Forward);
        Position to = area.offsetToPosition(selected.getEnd(), Bias.Forward);
        for (CodeLine line : shown.values()) {
            int i = line.line();
            line.resizeRelocate(0, top(i) - scroll.top(), getWidth(), metrics.height());
            line.setCurrent(i == at.getMajor());
            boolean within = i >= from.getMajor() && i <= to.getMajor();
            line.select(
                    within && i == from.getMajor() ? from.getMinor() : 0,
                    within ? i == to.getMajor() ? to.getMinor() : line.text().length() + 1 : 0);
        }
        CodeLine current = shown.get(at.getMajor());
        caret.place(current, at.getMinor(), scroll);
    }

    /** The next header pushes it out. */
    private void placePinned(int row) {
        int first = hidden.line(row);
        int header = headers == null ? Headers.NONE : headers.at(first);
        boolean isOut = header != Headers.NONE && top(header) < scroll.top();
        pinned.setVisible(isOut);
        if (!isOut) {
            return;
        }
        if (pinnedIsStale || pinned.line() != header) {
            fill(pinned, header);
            pinnedIsStale = false;
        }
        boolean pushed = headers != null && headers.isHeader(hidden.line(row + 1));
        double y = pushed ? row * metrics.height() - scroll.top() : 0;
        pinned.resizeRelocate(0, y, getWidth(), metrics.height());
    }

    private void goToPinned(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            area.requestFocus();
            area.moveTo(pinned.line(), 0);
            area.requestFollowCaret();
        }
        event.consume();
    }

    /** The line at a height of the view, from 0; the nearest where none is there. */
    int lineAt(double y) {
        return hidden.line(Math.clamp((long) ((y + scroll.top()) / metrics.height()), 0, rows() - 1));
    }

    /** The place between characters of a line that is nearest to a place in the view. */
    int columnAt(int line, double x) {
        String text = area.getParagraph(line).getText();
        return metrics.column(text, x + scroll.left() - gutterWidth - CodeLine.TEXT_INSET);
    }

    /** Tells whether a place in the view is on the text of a line. */
    boolean isOnText(int line, double x, double y) {
        double from = gutterWidth + CodeLine.TEXT_INSET - scroll.left();
        double end = from + metrics.width(area.getParagraph(line).getText());
        boolean isCovered = pinned.isVisible() && pinned.getBoundsInParent().contains(x, y);
        return !isCovered
                && x >= Math.max(from, gutterWidth)
                && x <= end
                && y + scroll.top() < top(line) + metrics.height();
    }

    /** Where the caret is, in the view. */
    Bounds caretBounds() {
        return caret.getBoundsInParent();
    }

    /** Ends what moves by itself. */
    void close() {
        caret.blinkWhile(false);
    }
}
