package dev.milliner.toml;

import dev.milliner.text.LineLexer;
import dev.milliner.text.TokenKind;

/**
 * Colours TOML line by line; never fails, whatever the text is.
 *
 * <p>The state holds an open multi-line string in its two lowest bits, then the nesting depth of arrays and inline
 * tables, then one bit for each level that tells a table from an array.
 */
public final class TomlLexer implements LineLexer {
    private static final int STRING_BITS = 3;
    private static final int BASIC = 1;
    private static final int LITERAL = 2;
    private static final int DEPTH_SHIFT = 2;
    private static final int DEPTH_BITS = 15;
    private static final int STACK_SHIFT = 6;
    private static final int DEEPEST = 15;

    @Override
    public int lex(String line, int state, Tokens tokens) {
        return new Run(line, state, tokens).toEnd();
    }

    /** Tells whether a line that starts in this state starts inside a multi-line value. */
    public static boolean insideValue(int state) {
        return state != START;
    }

    /** How many brackets are open where a line starts in this state. */
    public static int openBrackets(int state) {
        return (state >> DEPTH_SHIFT) & DEPTH_BITS;
    }

    /** Tells whether a line that starts in this state starts inside a multi-line string. */
    public static boolean insideString(int state) {
        return (state & STRING_BITS) != 0;
    }

    /** Tells whether the innermost bracket that is open where a line starts in this state is an inline table's. */
    public static boolean insideTable(int state) {
        return openBrackets(state) > 0 && ((state >> STACK_SHIFT) & 1) == 1;
    }

    private static final class Run {
        private final String line;
        private final Tokens tokens;
        private int at;
        private int depth;
        private int stack;
        private int openString;
        private boolean expectKey;

        Run(String line, int state, Tokens tokens) {
            this.line = line;
            this.tokens = tokens;
            openString = state & STRING_BITS;
            depth = (state >> DEPTH_SHIFT) & DEPTH_BITS;
            stack = state >> STACK_SHIFT;
            expectKey = state == START || (openString == 0 && insideTable());
        }

        int toEnd() {
            if (openString != 0) {
                multiLineString(0, openString == BASIC ? '"' : '\'');
            } else if (depth == 0 && header()) {
                at = Math.max(at, 0);
            }
            while (at < line.length()) {
                step();
            }
            return openString | (depth << DEPTH_SHIFT) | (stack << STACK_SHIFT);
        }

        private boolean insideTable() {
            return depth > 0 && (stack & 1) == 1;
        }

        private boolean header() {
            int start = skipBlank(0);
            if (start >= line.length() || line.charAt(start) != '[') {
                return false;
            }
            int end = headerEnd(start);
            tokens.add(start, end, TokenKind.TABLE);
            at = end;
            expectKey = false;
            return true;
        }

        private int headerEnd(int start) {
            char quote = 0;
            int last = line.length();
            for (int i = start; i < line.length(); i++) {
                char c = line.charAt(i);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c == '#') {
                    return i;
                } else if (c == ']' && (i + 1 >= line.length() || line.charAt(i + 1) != ']')) {
                    return i + 1;
                }
            }
            return last;
        }

        private void step() {
            char c = line.charAt(at);
            switch (c) {
                case ' ', '\t' -> at++;
                case '#' -> token(line.length(), TokenKind.COMMENT);
                case '"', '\'' -> quoted(c);
                case '[', '{' -> open(c == '{');
                case ']', '}' -> close();
                case ',' -> {
                    expectKey = insideTable();
                    token(at + 1, TokenKind.PUNCTUATION);
                }
                case '=' -> {
                    expectKey = false;
                    token(at + 1, TokenKind.PUNCTUATION);
                }
                default -> word();
            }
        }

        private void open(boolean table) {
            if (depth < DEEPEST) {
                depth++;
                stack = (stack << 1) | (table ? 1 : 0);
            }
            expectKey = table;
            token(at + 1, TokenKind.PUNCTUATION);
        }

        private void close() {
            if (depth > 0) {
                depth--;
                stack >>= 1;
            }
            expectKey = false;
            token(at + 1, TokenKind.PUNCTUATION);
        }

        private void quoted(char quote) {
            if (!expectKey && line.startsWith(String.valueOf(quote).repeat(3), at)) {
                multiLineString(at + 3, quote);
                return;
            }
            int end = at + 1;
            while (end < line.length() && line.charAt(end) != quote) {
                end += quote == '"' && line.charAt(end) == '\\' ? 2 : 1;
            }
            token(Math.min(end + 1, line.length()), expectKey ? TokenKind.KEY : TokenKind.STRING);
        }

        private void multiLineString(int from, char quote) {
            int end = from;
            while (end < line.length() && !closes(end, quote)) {
                end += quote == '"' && line.charAt(end) == '\\' ? 2 : 1;
            }
            if (end >= line.length()) {
                openString = quote == '"' ? BASIC : LITERAL;
                token(line.length(), TokenKind.STRING);
                return;
            }
            openString = 0;
            int close = end + 3;
            // One or two quotes may stand directly before the closing three.
            while (close < line.length() && close < end + 5 && line.charAt(close) == quote) {
                close++;
            }
            token(close, TokenKind.STRING);
        }

        private boolean closes(int index, char quote) {
            return line.startsWith(String.valueOf(quote).repeat(3), index);
        }

        private void word() {
            int end = at + 1;
            while (end < line.length() && " \t=,#[]{}\"'".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            if (expectKey) {
                token(end, TokenKind.KEY);
            } else {
                token(end, TokenKind.NUMBER);
            }
        }

        private void token(int end, TokenKind kind) {
            if (end > at) {
                tokens.add(at, end, kind);
            }
            at = end;
        }

        private int skipBlank(int from) {
            int index = from;
            while (index < line.length() && (line.charAt(index) == ' ' || line.charAt(index) == '\t')) {
                index++;
            }
            return index;
        }
    }
}
