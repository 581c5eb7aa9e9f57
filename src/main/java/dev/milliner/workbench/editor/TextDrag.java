package dev.milliner.workbench.editor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.IndexRange;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.shape.Rectangle;

/** Drags what is selected to another place of this text or of another, and takes what is dragged here. With Ctrl it is copied. */
final class TextDrag implements EditorFeature {
    private static final int NOWHERE = -1;
    private static final double WIDTH = 1.6;

    private final EditorSurface surface;
    private final EditorArea area;
    private boolean isPressedOnSelected;
    private boolean isDroppedHere;
    /** Where it would go. */
    private int over = NOWHERE;

    TextDrag(EditorSurface surface) {
        this.surface = surface;
        area = surface.area();
    }

    @Override
    public void install(EditorSurface on) {
        on.lines().add((LineLayer) this::draw);
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        area.addEventFilter(MouseEvent.DRAG_DETECTED, this::begin);
        area.addEventHandler(DragEvent.DRAG_OVER, this::over);
        area.addEventHandler(DragEvent.DRAG_EXITED, event -> point(NOWHERE));
        area.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        area.addEventHandler(DragEvent.DRAG_DONE, this::done);
    }

    private int placeAt(double x, double y) {
        return area.hit(x, y).getInsertionIndex();
    }

    private void pressed(MouseEvent event) {
        IndexRange selected = area.getSelection();
        int place = placeAt(event.getX(), event.getY());
        isPressedOnSelected = event.getButton() == MouseButton.PRIMARY
                && selected.getLength() > 0
                && area.lines().isOnText(event.getX(), event.getY())
                && selected.getStart() <= place
                && place <= selected.getEnd();
    }

    private void begin(MouseEvent event) {
        if (isPressedOnSelected && area.getSelection().getLength() > 0) {
            ClipboardContent content = new ClipboardContent();
            content.putString(area.getSelectedText());
            isDroppedHere = false;
            area.startDragAndDrop(
                            area.isEditable() && !event.isControlDown()
                                    ? TransferMode.COPY_OR_MOVE
                                    : new TransferMode[] {TransferMode.COPY})
                    .setContent(content);
            event.consume();
        }
    }

    private void over(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles() || !board.hasString() || !area.isEditable()) {
            return;
        }
        event.acceptTransferModes(mode(event));
        event.consume();
        scrollNear(event.getY());
        point(placeAt(event.getX(), event.getY()));
    }

    /** What began to be dragged with Ctrl down can only be copied; what is not ours stays where it is. */
    private static TransferMode mode(DragEvent event) {
        boolean isOurs = event.getGestureSource() instanceof EditorArea;
        return isOurs && event.getDragboard().getTransferModes().contains(TransferMode.MOVE)
                ? TransferMode.MOVE
                : TransferMode.COPY;
    }

    private void scrollNear(double y) {
        double line = area.lines().metrics().height();
        if (y < line) {
            area.scrollBy(new Point2D(0, -line));
        } else if (y > area.getHeight() - line) {
            area.scrollBy(new Point2D(0, line));
        }
    }

    private void point(int place) {
        int before = over;
        over = place;
        if (place != before) {
            Stream.of(before, place)
                    .filter(one -> one != NOWHERE && one <= area.getLength())
                    .map(area::lineOf)
                    .forEach(line -> surface.lines().redraw(line, line));
        }
    }

    private void draw(CodeLine line) {
        int column = over - area.startOf(line.line());
        if (over != NOWHERE && line.part().holds(column)) {
            Rectangle bar = new Rectangle(
                    Math.rint(line.x(column)), 0, WIDTH, line.metrics().height());
            bar.getStyleClass().addAll("caret", "another");
            line.overlay(bar);
        }
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles() || !board.hasString() || !area.isEditable()) {
            return;
        }
        point(NOWHERE);
        isDroppedHere = area.equals(event.getGestureSource());
        TransferMode mode = mode(event);
        event.acceptTransferModes(mode);
        boolean moves = isDroppedHere && mode == TransferMode.MOVE;
        drop(board.getString().replace("\r\n", "\n").replace('\r', '\n'), placeAt(event.getX(), event.getY()), moves);
        area.requestFocus();
        event.setDropCompleted(true);
        event.consume();
    }

    /**
     * Puts a text to a place and selects it there, as one step of undo.
     *
     * @param moves whether it is what is selected, which goes from where it was
     */
    void drop(String text, int place, boolean moves) {
        // The caret itself follows the mouse meanwhile.
        IndexRange from = area.getSelection();
        if (moves && from.getStart() <= place && place <= from.getEnd()) {
            return;
        }
        Replaced comes = new Replaced(place, place, text);
        List<Replaced> all = moves
                ? Stream.of(comes, new Replaced(from.getStart(), from.getEnd(), ""))
                        .sorted(Comparator.comparingInt(Replaced::start))
                        .toList()
                : List.of(comes);
        int start = moves && from.getEnd() <= place ? place - text.length() : place;
        area.getUndoManager().preventMerge();
        area.carets().replace(all, new Caret(start, start + text.length()), List.of());
        area.getUndoManager().preventMerge();
    }

    /** What went to another text goes from this one. */
    private void done(DragEvent event) {
        isPressedOnSelected = false;
        if (event.getTransferMode() == TransferMode.MOVE && !isDroppedHere && area.isEditable()) {
            area.getUndoManager().preventMerge();
            area.replaceSelection("");
        } else if (!isDroppedHere) {
            area.selectRange(area.getSelection().getStart(), area.getSelection().getEnd());
        }
        event.consume();
    }
}
