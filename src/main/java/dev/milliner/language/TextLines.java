package dev.milliner.language;

import dev.milliner.text.LineLexer;
import dev.milliner.text.TextRange;
import dev.milliner.toml.TomlLexer;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A TOML text by lines, with what the lexer carries into each of them. Made of an earlier state of the text, only the lines
 * that differ are looked at.
 */
public final class TextLines {
    private static final TomlLexer LEXER = new TomlLexer();
    private static final int BLOCK = 1024;
    private static final LineLexer.Tokens IGNORED = (start, end, kind) -> {};

    /** What cannot stand in a list, so that a bracket above it was left open. */
    private static final Pattern HEADER_OR_KEY =
            Pattern.compile("\\[{1,2}(?!true|false|inf|nan)[A-Za-z_][^,]*\\]\\s*(#.*)?|[A-Za-z_][\\w.-]*\\s*=.*");

    private final String text;
    private final int[] starts;
    private final int[] states;
    private final int count;

    private TextLines(String text, int[] starts, int[] states, int count) {
        this.text = text;
        this.starts = starts;
        this.states = states;
        this.count = count;
    }

    /** The lines of a text. */
    public static TextLines of(String text) {
        return new TextLines("", new int[] {0}, new int[] {LineLexer.START}, 1).changedTo(text);
    }

    /** The same for a text that is a few edits away. */
    TextLines changedTo(String next) {
        if (next.equals(text)) {
            return this;
        }
        int most = Math.min(text.length(), next.length());
        int same = head(most, next);
        return new Change(this, next, Math.max(0, lineAt(same) - 1), tail(most - same, next)).made();
    }

    /**
     * The lines in which a text differs from an earlier state of it.
     *
     * @param first the first of them, from 0, in both
     * @param lastBefore the last one as it was
     * @param last the last one as it is
     */
    record Changed(int first, int lastBefore, int last) {
        /** By how many lines all below them moved. */
        int shift() {
            return last - lastBefore;
        }
    }

    /** What changed since an earlier state. */
    Changed since(TextLines before) {
        int most = Math.min(text.length(), before.text.length());
        int same = before.head(most, text);
        int tail = before.tail(most - same, text);
        return new Changed(lineAt(same), before.lineAt(before.text.length() - tail), lineAt(text.length() - tail));
    }

    /** How many letters are the same at the start: blocks are compared first, as that is many times faster. */
    private int head(int most, String next) {
        int same = 0;
        while (same + BLOCK <= most && text.regionMatches(same, next, same, BLOCK)) {
            same += BLOCK;
        }
        while (same < most && text.charAt(same) == next.charAt(same)) {
            same++;
        }
        return same;
    }

    private int tail(int most, String next) {
        int same = 0;
        while (same + BLOCK <= most
                && text.regionMatches(text.length() - same - BLOCK, next, next.length() - same - BLOCK, BLOCK)) {
            same += BLOCK;
        }
        while (same < most && text.charAt(text.length() - 1 - same) == next.charAt(next.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    /** Looks at the lines from one on, until what follows is as it was. */
    private static final class Change {
        private final TextLines before;
        private final String next;
        private final int shift;
        private final int tailStart;
        private int[] starts;
        private int[] states;
        private int line;

        Change(TextLines before, String next, int firstLine, int tail) {
            this.before = before;
            this.next = next;
            this.shift = next.length() - before.text.length();
            this.tailStart = next.length() - tail;
            this.starts = Arrays.copyOf(before.starts, Math.max(16, before.count));
            this.states = Arrays.copyOf(before.states, Math.max(16, before.count));
            this.line = firstLine;
        }

        TextLines made() {
            int feed = next.indexOf('\n', starts[line]);
            while (feed >= 0) {
                int state = LEXER.lex(next.substring(starts[line], feed), states[line], IGNORED);
                line++;
                ensure(line + 1);
                starts[line] = feed + 1;
                states[line] = recovered(next, feed + 1, state);
                int old = feed + 1 >= tailStart ? before.startingAt(feed + 1 - shift) : -1;
                if (old >= 0 && before.states[old] == states[line]) {
                    return joined(old);
                }
                feed = next.indexOf('\n', feed + 1);
            }
            return new TextLines(next, starts, states, line + 1);
        }

        private TextLines joined(int old) {
            int rest = before.count - old;
            ensure(line + rest);
            for (int i = 0; i < rest; i++) {
                starts[line + i] = before.starts[old + i] + shift;
            }
            System.arraycopy(before.states, old, states, line, rest);
            return new TextLines(next, starts, states, line + rest);
        }

        private void ensure(int size) {
            if (size > starts.length) {
                starts = Arrays.copyOf(starts, Math.max(size, starts.length * 2));
                states = Arrays.copyOf(states, starts.length);
            }
        }
    }

    private int startingAt(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found > 0 ? found : -1;
    }

    /** A bracket that was left open ends where a header or key shows that it should have. */
    private static int recovered(String text, int start, int state) {
        if (state == LineLexer.START || start >= text.length() || " \t\"'{]}#\n".indexOf(text.charAt(start)) >= 0) {
            return state;
        }
        if (TomlLexer.insideString(state) || TomlLexer.insideTable(state)) {
            return state;
        }
        String line = text.substring(start, Lines.endOfLine(text, start));
        return HEADER_OR_KEY.matcher(line).matches() ? LineLexer.START : state;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** How many lines there are. */
    public int count() {
        return count;
    }

    /** The line, from 0, that an offset stands in. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Where a line, from 0, starts. */
    public int start(int line) {
        return starts[line];
    }

    /** A line, from 0, without its line feed. */
    public String line(int line) {
        int end = line + 1 < count ? starts[line + 1] - 1 : text.length();
        return text.substring(starts[line], end);
    }

    /** Where the value ends whose key is at a stretch: at its last line's end. */
    public int endOfValue(Span key) {
        int line = lineAt(key.start());
        while (line + 1 < count && states[line + 1] != LineLexer.START) {
            line++;
        }
        return starts[line] + line(line).length();
    }

    /** The lines of a key and its value. */
    String lines(Span key) {
        return text.substring(starts[lineAt(key.start())], endOfValue(key));
    }

    /** A stretch as lines and columns. */
    TextRange range(Span span) {
        int line = lineAt(span.start());
        int end = lineAt(span.end());
        return new TextRange(line + 1, span.start() - starts[line] + 1, end + 1, span.end() - starts[end] + 1);
    }

    /** A range of lines and columns as a stretch. */
    public Span span(TextRange range) {
        return new Span(offset(range.line(), range.column()), offset(range.endLine(), range.endColumn()));
    }

    private int offset(int line, int column) {
        return line > count ? text.length() : Math.min(text.length(), starts[line - 1] + column - 1);
    }

    /** What the lexer carries into a line. */
    public int state(int line) {
        return states[line];
    }

    /** How many brackets are open where a line starts. */
    int depth(int line) {
        return TomlLexer.openBrackets(states[line]);
    }

    /** Tells whether a line is, or begins to be, the header of a table. */
    public boolean isHeader(int line) {
        int at = starts[line];
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '[' && state(line) == LineLexer.START;
    }

    /** The nearest header at or above a line; -1 where there is none. */
    int headerAbove(int line) {
        int at = line;
        while (at >= 0 && !isHeader(at)) {
            at--;
        }
        return at;
    }

    /** The nearest header below a line; the count of lines where there is none. */
    public int headerBelow(int line) {
        int at = line + 1;
        while (at < count && !isHeader(at)) {
            at++;
        }
        return at;
    }

    /** The lexer, for the tokens of a line. */
    void tokens(int line, LineLexer.Tokens tokens) {
        LEXER.lex(line(line), state(line), tokens);
    }
}
