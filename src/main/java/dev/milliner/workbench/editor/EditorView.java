package dev.milliner.workbench.editor;

import dev.milliner.text.TextRange;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import org.fxmisc.richtext.CodeArea;

/**
 * Moves the caret of an area and what of it is in view.
 *
 * @param area the area
 */
record EditorView(CodeArea area) {
    /** Goes to the start of a stretch, brings it into the middle of the view and takes the keyboard. */
    void goTo(TextRange range) {
        int line = line(range);
        int column = Math.clamp(range.column() - 1, 0, area.getParagraphLength(line));
        area.moveTo(line, column);
        whenLaidOut(() -> area.showParagraphAtCenter(line));
        area.requestFocus();
    }

    /** Goes to a line without taking the keyboard away from where it is. */
    void show(TextRange range) {
        area.moveTo(line(range), 0);
        whenLaidOut(area::requestFollowCaret);
    }

    private int line(TextRange range) {
        return Math.clamp(range.line() - 1, 0, area.getParagraphs().size() - 1);
    }

    /** Scrolling needs lines on the screen, which a file that was just opened has only after the next layout. */
    private void whenLaidOut(Runnable action) {
        if (!area.getVisibleParagraphs().isEmpty()) {
            action.run();
            return;
        }
        area.getVisibleParagraphs().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable visible) {
                if (!area.getVisibleParagraphs().isEmpty()) {
                    area.getVisibleParagraphs().removeListener(this);
                    Platform.runLater(action);
                }
            }
        });
    }
}
