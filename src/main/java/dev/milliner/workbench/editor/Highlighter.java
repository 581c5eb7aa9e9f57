package dev.milliner.workbench.editor;

import dev.milliner.text.LineLexer;
import dev.milliner.text.TextEdit;
import dev.milliner.text.TokenKind;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.beans.Observable;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * Keeps a code area coloured. What is on the screen is coloured with the next frame, the rest a few hundred lines a frame,
 * so that neither opening a large file nor a keystroke in it waits for colours.
 */
final class Highlighter implements EditorFeature {
    private static final int LINES_A_FRAME = 400;
    private static final int BEYOND_THE_SCREEN = 40;
    private static final Map<TokenKind, Collection<String>> STYLES = new EnumMap<>(TokenKind.class);

    static {
        for (TokenKind kind : TokenKind.values()) {
            STYLES.put(kind, List.of("token-" + kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    private final CodeArea area;
    private final LineLexer lexer;
    private final LineStates states;
    private final BitSet coloured = new BitSet();
    private final AnimationTimer rest = new AnimationTimer() {
        @Override
        public void handle(long now) {
            colourSome();
        }
    };

    Highlighter(EditorSurface surface) {
        area = surface.area();
        lexer = surface.language().lexer();
        states = new LineStates(lexer);
    }

    @Override
    public void install(EditorSurface surface) {
        area.getVisibleParagraphs().addListener((Observable visible) -> rest.start());
        states.reset(area.getParagraphs().size(), this::line);
        colour(0, Math.min(area.getParagraphs().size(), BEYOND_THE_SCREEN * 2));
        rest.start();
    }

    /** The lexer's state before a line, counted from 0. */
    int stateBefore(int line) {
        return states.before(line);
    }

    /** Colours every line now, as a picture or a printout needs. */
    void finish() {
        colour(0, area.getParagraphs().size());
        rest.stop();
    }

    private String line(int index) {
        return area.getParagraph(index).getText();
    }

    @Override
    public void edited(TextEdit edit) {
        int first = edit.line() - 1;
        int removed = edit.removedBreaks();
        int inserted = edit.insertedBreaks();
        if (removed != inserted) {
            shiftColoured(first, removed, inserted);
        }
        int last = states.edit(first, removed, inserted, this::line);
        coloured.clear(first, last + 1);
        int visibleEnd = Math.min(last + 1, first + BEYOND_THE_SCREEN * 2);
        colour(first, visibleEnd);
        if (visibleEnd <= last) {
            rest.start();
        }
    }

    private void shiftColoured(int first, int removed, int inserted) {
        BitSet tail = coloured.get(first + 1 + removed, Math.max(coloured.length(), first + 1 + removed));
        coloured.clear(first, Math.max(coloured.length(), first + 1));
        tail.stream().forEach(bit -> coloured.set(first + 1 + inserted + bit));
    }

    /** A few hundred lines, those on the screen before others. Never while lines are laid out, as it changes them. */
    private void colourSome() {
        int lines = area.getParagraphs().size();
        // Which lines are on the screen takes a while to find out, so it is not asked where all are coloured.
        if (coloured.nextClearBit(0) >= lines) {
            rest.stop();
            return;
        }
        colourVisible();
        int next = coloured.nextClearBit(0);
        colour(next, Math.min(lines, next + LINES_A_FRAME));
    }

    private void colourVisible() {
        int visible = area.getVisibleParagraphs().size();
        int first = visible == 0 ? -1 : area.firstVisibleParToAllParIndex();
        if (first >= 0) {
            colour(first, Math.min(area.getParagraphs().size(), first + visible));
        }
    }

    private void colour(int from, int to) {
        int start = coloured.nextClearBit(from);
        if (start >= to) {
            return;
        }
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        for (int i = start; i < to; i++) {
            addLine(builder, i, i + 1 < to);
        }
        StyleSpans<Collection<String>> spans = builder.create();
        coloured.set(start, to);
        area.setStyleSpans(area.getAbsolutePosition(start, 0), spans);
    }

    private void addLine(StyleSpansBuilder<Collection<String>> builder, int index, boolean withBreak) {
        String text = line(index);
        int[] at = {0};
        lexer.lex(text, states.before(index), (start, end, kind) -> {
            if (start > at[0]) {
                builder.add(List.of(), start - at[0]);
            }
            builder.add(STYLES.get(kind), end - start);
            at[0] = end;
        });
        int left = text.length() - at[0] + (withBreak ? 1 : 0);
        builder.add(List.of(), left);
    }

    @Override
    public void close() {
        rest.stop();
    }
}
