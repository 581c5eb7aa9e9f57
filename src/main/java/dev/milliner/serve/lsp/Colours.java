package dev.milliner.serve.lsp;

import dev.milliner.language.TextKind;
import dev.milliner.text.LineLexer;
import dev.milliner.text.TokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What the stretches of a text are, for clients to colour. Remembers what it told last. Safe for several threads. */
final class Colours {
    /** The legend's order, by which stretches say what they are. */
    private static final List<TokenKind> KINDS = List.of(TokenKind.values());

    private final Map<String, SemanticTokens> told = new HashMap<>();
    private long results;

    static SemanticTokensLegend legend() {
        return new SemanticTokensLegend(KINDS.stream().map(Colours::type).toList(), List.of());
    }

    private static String type(TokenKind kind) {
        return switch (kind) {
            case KEY -> SemanticTokenTypes.Property;
            case TABLE -> SemanticTokenTypes.Struct;
            case STRING -> SemanticTokenTypes.String;
            case NUMBER -> SemanticTokenTypes.Number;
            case COMMENT -> SemanticTokenTypes.Comment;
            case MACRO -> SemanticTokenTypes.Macro;
            case DIRECTIVE -> SemanticTokenTypes.Keyword;
            case PUNCTUATION -> SemanticTokenTypes.Operator;
        };
    }

    /** All stretches of a text. */
    SemanticTokens full(OpenDocument text) {
        return keep(text.uri(), data(text, 0, text.positions().lines()));
    }

    /**
     * The stretches that touch some lines.
     *
     * @param from the first line, from 0
     * @param to behind the last line
     */
    SemanticTokens part(OpenDocument text, int from, int to) {
        return new SemanticTokens(data(text, from, to));
    }

    /** What changed since a result, or all stretches where that is no longer known. */
    Either<SemanticTokens, SemanticTokensDelta> since(OpenDocument text, String result) {
        SemanticTokens before;
        synchronized (told) {
            before = told.get(text.uri());
        }
        SemanticTokens now = full(text);
        return before == null || !result.equals(before.getResultId())
                ? Either.forLeft(now)
                : Either.forRight(new SemanticTokensDelta(changes(before.getData(), now.getData()), now.getResultId()));
    }

    /** Forgets a document. */
    void forget(String uri) {
        synchronized (told) {
            told.remove(uri);
        }
    }

    private SemanticTokens keep(String uri, List<Integer> data) {
        synchronized (told) {
            results++;
            SemanticTokens tokens = new SemanticTokens(String.valueOf(results), data);
            told.put(uri, tokens);
            return tokens;
        }
    }

    private static List<SemanticTokensEdit> changes(List<Integer> before, List<Integer> now) {
        int most = Math.min(before.size(), now.size());
        int head = 0;
        while (head < most && before.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        return head == before.size() && head == now.size()
                ? List.of()
                : List.of(new SemanticTokensEdit(
                        head, before.size() - head - tail, List.copyOf(now.subList(head, now.size() - tail))));
    }

    private static List<Integer> data(OpenDocument text, int from, int to) {
        LineLexer lexer = TextKind.of(text.path()).lexer();
        TextPositions positions = text.positions();
        Relative found = new Relative(text.encoding());
        int state = LineLexer.START;
        for (int line = 0; line < Math.min(to, positions.lines()); line++) {
            String words = positions.line(line);
            int now = line;
            state = lexer.lex(words, state, (start, end, kind) -> {
                if (now >= from) {
                    found.add(words, now, start, end, kind);
                }
            });
        }
        return found.data;
    }

    /** Stretches as the protocol has them: each relative to the one before. */
    private static final class Relative {
        private final PositionEncoding encoding;
        private final List<Integer> data = new ArrayList<>();
        private int line;
        private int column;

        Relative(PositionEncoding encoding) {
            this.encoding = encoding;
        }

        void add(String words, int at, int start, int end, TokenKind kind) {
            int first = encoding.units(words, 0, start);
            data.add(at - line);
            data.add(at == line ? first - column : first);
            data.add(encoding.units(words, start, end));
            data.add(KINDS.indexOf(kind));
            data.add(0);
            line = at;
            column = first;
        }
    }
}
