package dev.milliner.workbench.editor;

import dev.milliner.workbench.base.Rest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.ScrollEvent;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CharacterHit;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.util.UndoUtils;

/**
 * A text area of RichTextFX, which keeps the text, the caret, the selection and what can be undone, and knows keys and the mouse;
 * its lines are drawn by {@link LinesView}. RichTextFX's own lines take several times as long to show a letter, as it measures
 * all of them anew with each.
 */
final class EditorArea extends CodeArea {
    /** Letters that follow one another within this time are undone as one. */
    private static final Duration TYPED_AS_ONE = Duration.ofMillis(500);

    private final LinesView lines;
    private final Carets carets = new Carets(this);
    private final Rest typing = new Rest(TYPED_AS_ONE, () -> getUndoManager().preventMerge());

    EditorArea() {
        // Else it blinks unseen, and keeps the clock of animations going.
        setShowCaret(CaretVisibility.OFF);
        // Its own measure of that time is an animation too.
        setUndoManager(UndoUtils.plainTextUndoManager(this, Duration.ZERO));
        plainTextChanges().subscribe(change -> typing.begin());
        lines = new LinesView(this);
        getChildren().setAll(lines);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        new VerticalKeys(this).install();
    }

    LinesView lines() {
        return lines;
    }

    Carets carets() {
        return carets;
    }

    private void scroll(ScrollEvent event) {
        if (!event.isShortcutDown()) {
            lines.scroll().by(-event.getDeltaX(), -event.getDeltaY());
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        lines.resizeRelocate(0, 0, getWidth(), getHeight());
        lines.requestLayout();
    }

    @Override
    public void requestFollowCaret() {
        lines.scroll().followCaret();
        lines.requestLayout();
    }

    @Override
    public void showParagraphAtCenter(int line) {
        moveTo(line, Math.min(getCaretColumn(), getParagraphLength(line)));
        lines.scroll().centreCaret();
        lines.requestLayout();
    }

    @Override
    public void scrollBy(Point2D by) {
        lines.scroll().by(by.getX(), by.getY());
    }

    @Override
    public CharacterHit hit(double x, double y) {
        int at = lines.placeAt(x, y);
        return at < endOf(lineOf(at)) ? CharacterHit.leadingHalfOf(at) : CharacterHit.insertionAt(at);
    }

    @Override
    public Optional<Bounds> getCaretBounds() {
        return Optional.ofNullable(lines.localToScreen(lines.caretBounds()));
    }

    @Override
    public void lineStart(SelectionPolicy policy) {
        moveTo(CaretMoves.home(this, getCaretPosition()), policy);
    }

    @Override
    public void lineEnd(SelectionPolicy policy) {
        moveTo(CaretMoves.end(this, getCaretPosition()), policy);
    }

    @Override
    public void prevPage(SelectionPolicy policy) {
        page(-1, policy);
    }

    @Override
    public void nextPage(SelectionPolicy policy) {
        page(1, policy);
    }

    private void page(int by, SelectionPolicy policy) {
        int many = Math.max(1, (int) (getHeight() / lines.metrics().height()) - 1);
        lines.scroll().by(0, by * many * lines.metrics().height());
        vertical(by * many, policy, CaretMoves.x(this, getCaretPosition()));
    }

    /**
     * Moves the caret by rows.
     *
     * @param by how many, down
     * @param x where it is to come to stand, from the start of the text
     */
    void vertical(int by, SelectionPolicy policy, double x) {
        moveTo(CaretMoves.down(this, getCaretPosition(), by, x), policy);
        requestFollowCaret();
    }

    /** A line's text. */
    String text(int line) {
        return getParagraph(line).getText();
    }

    /** The texts of lines, from one to and with another. */
    List<String> linesFrom(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(this::text).toList();
    }

    /** Where a line begins. */
    int startOf(int line) {
        return getAbsolutePosition(line, 0);
    }

    /** Where a line ends, before its line break. */
    int endOf(int line) {
        return startOf(line) + getParagraphLength(line);
    }

    /** The line, from 0, of a place in the text. */
    int lineOf(int position) {
        return offsetToPosition(position, Bias.Forward).getMajor();
    }

    /** What is selected is given up first: RichTextFX else asks what is selected of lines that went meanwhile, and fails. */
    @Override
    public void replace(
            int start, int end, StyledDocument<Collection<String>, String, Collection<String>> replacement) {
        deselect();
        super.replace(start, end, replacement);
    }

    @Override
    public void undo() {
        if (isUndoAvailable()) {
            deselect();
            super.undo();
        }
    }

    @Override
    public void redo() {
        if (isRedoAvailable()) {
            deselect();
            super.redo();
        }
    }

    @Override
    public void copy() {
        if (carets.areMany()) {
            new CaretClipboard(this).copy();
        } else {
            super.copy();
        }
    }

    @Override
    public void cut() {
        if (carets.areMany()) {
            new CaretClipboard(this).cut();
        } else {
            super.cut();
        }
    }

    @Override
    public void paste() {
        if (carets.areMany()) {
            new CaretClipboard(this).paste();
        } else {
            super.paste();
        }
    }

    @Override
    public void dispose() {
        lines.close();
        super.dispose();
    }
}
