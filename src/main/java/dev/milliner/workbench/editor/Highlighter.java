package dev.milliner.workbench.editor;

import dev.milliner.text.LineLexer;
import dev.milliner.text.TextEdit;
import dev.milliner.text.TokenKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.text.Text;

/** Draws a line's text in the colours of its language. A line is lexed when it is drawn, so that no file waits for colours. */
final class Highlighter implements EditorFeature, LineLayer {
    private static final Map<TokenKind, String> STYLES = new EnumMap<>(TokenKind.class);

    static {
        for (TokenKind kind : TokenKind.values()) {
            STYLES.put(kind, "token-" + kind.name().toLowerCase(Locale.ROOT));
        }
    }

    private final EditorSurface surface;
    private final LineLexer lexer;
    private final LineStates states;
    /** What was lexed last. */
    private String lexed = "";

    private int lexedFrom;
    private List<Run> runs = List.of();

    private record Run(int start, int end, String style) {}

    Highlighter(EditorSurface surface) {
        this.surface = surface;
        lexer = surface.language().lexer();
        states = new LineStates(lexer);
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
        runs(line.text(), states.before(line.line())).forEach(run -> {
            int start = Math.max(run.start, line.part().start());
            int end = Math.min(run.end, line.part().end());
            run(line, start, end, run.style);
        });
    }

    /** A line that stands in several rows is lexed once for all of them. */
    private List<Run> runs(String text, int state) {
        if (state == lexedFrom && text.equals(lexed)) {
            return runs;
        }
        List<Run> found = new ArrayList<>();
        int[] at = {0};
        lexer.lex(text, state, (start, end, kind) -> {
            found.add(new Run(at[0], start, "plain"));
            found.add(new Run(start, end, Objects.requireNonNull(STYLES.get(kind))));
            at[0] = end;
        });
        found.add(new Run(at[0], text.length(), "plain"));
        lexed = text;
        lexedFrom = state;
        runs = found;
        return found;
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
