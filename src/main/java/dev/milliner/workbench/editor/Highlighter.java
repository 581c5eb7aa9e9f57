package dev.milliner.workbench.editor;

import dev.milliner.text.LineLexer;
import dev.milliner.text.TextEdit;
import dev.milliner.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.Text;

/** Draws a line's text in the colours of its language. A line is lexed when it is drawn, so that no file waits for colours. */
final class Highlighter implements EditorFeature, LineLayer {
    private final EditorSurface surface;
    private final LineLexer lexer;
    private final LineStates states;
    private final LexedLine lexed;

    Highlighter(EditorSurface surface) {
        this.surface = surface;
        lexer = surface.language().lexer();
        states = new LineStates(lexer);
        lexed = new LexedLine(lexer);
    }

    @Override
    public void install(EditorSurface on) {
        states.reset(on.area().getParagraphs().size(), this::text);
        on.lines().add((LineLayer) this);
    }

    /** The lexer's state before a line, counted from 0. */
    int stateBefore(int line) {
        return states.before(line);
    }

    /** What a letter would be that is typed at a place. */
    Optional<TokenKind> kindAt(int line, int column) {
        List<TokenKind> found = new ArrayList<>();
        lexer.lex(text(line).substring(0, column) + "a", states.before(line), (start, end, kind) -> {
            if (end > column) {
                found.add(kind);
            }
        });
        return found.stream().findFirst();
    }

    private String text(int line) {
        return surface.area().getParagraph(line).getText();
    }

    @Override
    public void edited(TextEdit edit) {
        int first = edit.line() - 1;
        int last = states.edit(first, edit.removedBreaks(), edit.insertedBreaks(), this::text);
        if (last > first) {
            surface.lines().redraw(first + 1, last);
        }
    }

    @Override
    public void draw(CodeLine line) {
        lexed.runs(line.text(), states.before(line.line())).forEach(run -> {
            int start = Math.max(run.start(), line.part().start());
            int end = Math.min(run.end(), line.part().end());
            run(line, start, end, run.style());
        });
    }

    /** Between tabs, as where a tab ends depends on where its line began. */
    private static void run(CodeLine line, int start, int end, String style) {
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || line.text().charAt(i) == '\t') {
                String run = line.text().substring(from, i);
                if (!run.isBlank()) {
                    line.overlay(text(line, from, run, style));
                }
                from = i + 1;
            }
        }
    }

    private static Text text(CodeLine line, int column, String run, String style) {
        Text text = new Text(line.x(column), line.metrics().baseline(), run);
        text.setFont(line.metrics().code());
        text.getStyleClass().addAll("code", style);
        return text;
    }
}
