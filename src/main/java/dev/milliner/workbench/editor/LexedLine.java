package dev.milliner.workbench.editor;

import dev.milliner.text.LineLexer;
import dev.milliner.text.TokenKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The line that was lexed last, as one that stands in several rows is drawn several times. */
final class LexedLine {
    private static final Map<TokenKind, String> STYLES = new EnumMap<>(TokenKind.class);

    static {
        for (TokenKind kind : TokenKind.values()) {
            STYLES.put(kind, "token-" + kind.name().toLowerCase(Locale.ROOT));
        }
    }

    private final LineLexer lexer;
    private String text = "";
    private int state;
    private List<Run> runs = List.of();

    LexedLine(LineLexer lexer) {
        this.lexer = lexer;
    }

    /** A stretch of one colour, from a column to before another. */
    record Run(int start, int end, String style) {}

    /** The stretches of a line that begins in a state of the lexer. */
    List<Run> runs(String line, int before) {
        if (before != state || !line.equals(text)) {
            List<Run> found = new ArrayList<>();
            int[] at = {0};
            lexer.lex(line, before, (start, end, kind) -> {
                found.add(new Run(at[0], start, "plain"));
                found.add(new Run(start, end, Objects.requireNonNull(STYLES.get(kind))));
                at[0] = end;
            });
            found.add(new Run(at[0], line.length(), "plain"));
            text = line;
            state = before;
            runs = found;
        }
        return runs;
    }
}
