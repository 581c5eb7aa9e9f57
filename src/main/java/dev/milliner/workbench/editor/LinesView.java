package dev.milliner.workbench.editor;

import dev.milliner.text.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
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
 * The rows of a text that are on the screen. A row is drawn when it comes into view, and anew when it, or what is drawn over
 * it, has changed; all others only move. It is laid out by itself, so that a keystroke lays out nothing around it.
 */
final class LinesView extends Region {
    private final EditorArea area;
    private final ViewScroll scroll = new ViewScroll();
    private final CaretBar caret = new CaretBar();
    private final Pane lines = new Pane();
    private final AreaRows rows;
    private final NavigableMap<Row, CodeLine> shown = new TreeMap<>();
    private final List<CodeLine> free = new ArrayList<>();
    private final Set<Integer> stale = new HashSet<>();
    /** One for all lines, which it holds weakly: text that is scrolled to the side is not drawn anew. */
    private final Translate scrolled = new Translate();

    private @Nullable LineDecorations decorations;
    private CodeMetrics metrics = CodeMetrics.of(CodeMetrics.USUAL);
    private double usual = CodeMetrics.USUAL;
    private double gutterWidth;
    private boolean settling;
    private boolean isWrapped;
    private boolean pinnedIsStale;
    /** The header of what is on top, while it is scrolled out itself. */
    private final CodeLine pinned = new CodeLine(metrics, scrolled);

    private @Nullable Headers headers;
    private IntConsumer reveal = line -> {};

    LinesView(EditorArea area) {
        this.area = area;
        rows = new AreaRows(area);
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
    void draw(LineDecorations all) {
        decorations = all;
    }

    /** Folds lines away. */
    void hide(HiddenLines now) {
        rows.hide(now);
        again();
    }

    /** Shows lines that are wider than the view in several rows, or not. */
    void wrap(boolean on) {
        isWrapped = on;
        again();
    }

    boolean isWrapped() {
        return isWrapped;
    }

    /** Folds lines away while what is at the caret, or on top where that is not in view, stays where it is on the screen. */
    void hideInPlace(HiddenLines now) {
        inPlace(() -> hide(now));
    }

    private void inPlace(Runnable change) {
        int top = Math.min((int) (scroll.top() / metrics.height()), rows.count() - 1);
        int caretRow = rows.of(area.getCaretPosition());
        LinePart first = rows.part(rows.at(top));
        int anchor = shown.containsKey(rows.at(caretRow))
                ? area.getCaretPosition()
                : area.startOf(first.line()) + first.start();
        int before = rows.of(anchor);
        change.run();
        scroll.setTop(scroll.top() + (rows.of(anchor) - before) * metrics.height());
    }

    /** In which rows lines stand. */
    AreaRows rows() {
        return rows;
    }

    /** Which lines are folded away. */
    HiddenLines hidden() {
        return rows.hidden();
    }

    /** Says who shows a folded line, from 0, to which the caret went. */
    void whenHidden(IntConsumer revealing) {
        reveal = revealing;
    }

    /** Has the header of what is on top stay there. */
    void pin(Headers all) {
        headers = all;
    }

    /** How high what stays on top is when a place is the first in view. */
    double pinnedAbove(Position at) {
        int line = at.getMajor();
        int header = headers == null ? Headers.NONE : headers.at(line);
        boolean isItself = header == line && rows.of(line, at.getMinor()) == rows.first(line);
        return header == Headers.NONE || isItself ? 0 : metrics.height();
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
        shown.subMap(new Row(first, 0), true, new Row(last, Integer.MAX_VALUE), true)
                .keySet()
                .forEach(row -> stale.add(row.line()));
        again();
    }

    /** Follows an edit of the text. */
    void edited(TextEdit edit) {
        rows.edited(edit);
        int first = edit.line() - 1;
        boolean sameLines = edit.removedBreaks() == 0 && edit.insertedBreaks() == 0;
        redraw(first, sameLines ? first : Integer.MAX_VALUE);
    }

    @Override
    protected void layoutChildren() {
        Position at = area.offsetToPosition(area.getCaretPosition(), Bias.Forward);
        settling = true;
        rewrap();
        if (rows.hidden().hides(at.getMajor())) {
            reveal.accept(at.getMajor());
        }
        scroll.settle(area, metrics, gutterWidth, at);
        settling = false;
        int first = (int) (scroll.top() / metrics.height());
        int last = Math.min(rows.count() - 1, (int) ((scroll.top() + getHeight()) / metrics.height()));
        List<Row> inView = IntStream.rangeClosed(first, last).mapToObj(rows::at).toList();
        leaveAllBut(Set.copyOf(inView));
        for (Row row : inView) {
            if (!shown.containsKey(row) || stale.contains(row.line())) {
                show(row);
            }
        }
        stale.clear();
        place(at);
        placePinned(first);
    }

    /** What is in view stays there. */
    private void rewrap() {
        gutterWidth = decorations == null ? 0 : decorations.gutterWidth(metrics);
        Wrap now = isWrapped && getWidth() > 0 ? new Wrap(scroll.columns(getWidth(), gutterWidth, metrics)) : Wrap.NONE;
        if (!rows.isWrappedBy(now)) {
            inPlace(() -> rows.wrap(now));
            redraw(0, Integer.MAX_VALUE);
        }
    }

    private void leaveAllBut(Set<Row> inView) {
        shown.entrySet().removeIf(entry -> {
            boolean goes = !inView.contains(entry.getKey());
            if (goes) {
                entry.getValue().setVisible(false);
                free.add(entry.getValue());
            }
            return goes;
        });
    }

    /** How far a line is from the top of the text. */
    private double top(int line) {
        return rows.first(line) * metrics.height();
    }

    private void show(Row row) {
        fill(shown.computeIfAbsent(row, none -> free.isEmpty() ? added() : free.removeLast()), row);
    }

    private void fill(CodeLine node, Row row) {
        node.become(rows.part(row), metrics);
        node.setVisible(true);
        if (decorations != null) {
            decorations.decorate(node);
        }
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
        shown.forEach((row, line) -> {
            int i = row.line();
            double top = rows.indexOf(row) * metrics.height() - scroll.top();
            line.resizeRelocate(0, top, getWidth(), metrics.height());
            line.setCurrent(i == at.getMajor());
            boolean within = i >= from.getMajor() && i <= to.getMajor();
            line.select(
                    within && i == from.getMajor() ? from.getMinor() : 0,
                    within ? i == to.getMajor() ? to.getMinor() : line.text().length() + 1 : 0);
        });
        CodeLine current = shown.get(rows.at(rows.of(at.getMajor(), at.getMinor())));
        caret.place(current, at.getMinor(), scroll);
    }

    /** The next header pushes it out. */
    private void placePinned(int row) {
        int first = rows.at(row).line();
        int header = headers == null ? Headers.NONE : headers.at(first);
        boolean isOut = header != Headers.NONE && top(header) < scroll.top();
        pinned.setVisible(isOut);
        if (!isOut) {
            return;
        }
        if (pinnedIsStale || pinned.line() != header) {
            fill(pinned, new Row(header, 0));
            pinnedIsStale = false;
        }
        Row next = rows.at(row + 1);
        boolean pushed = headers != null && next.index() == 0 && headers.isHeader(next.line());
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
        return rows.at(rowAt(y)).line();
    }

    private int rowAt(double y) {
        return Math.clamp((long) ((y + scroll.top()) / metrics.height()), 0, rows.count() - 1);
    }

    private double textStart() {
        return gutterWidth + CodeLine.TEXT_INSET - scroll.left();
    }

    /** The place between characters of the text that is nearest to a place in the view. */
    int placeAt(double x, double y) {
        LinePart part = rows.part(rows.at(rowAt(y)));
        return area.startOf(part.line()) + part.column(x - textStart(), metrics);
    }

    /** Tells whether a place in the view is on the text of a line. */
    boolean isOnText(double x, double y) {
        int row = rowAt(y);
        LinePart part = rows.part(rows.at(row));
        double from = textStart() + part.x(part.start(), metrics);
        double end = textStart() + part.x(part.end(), metrics);
        boolean isCovered = pinned.isVisible() && pinned.getBoundsInParent().contains(x, y);
        return !isCovered
                && x >= Math.max(from, gutterWidth)
                && x <= end
                && y + scroll.top() < (row + 1) * metrics.height();
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
