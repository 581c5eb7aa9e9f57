package dev.milliner.text;

/** Colours XML, as in KIWI descriptions, line by line. */
public final class XmlLexer implements LineLexer {
    private static final int TEXT = START;
    private static final int COMMENT = 1;
    private static final int TAG = 2;
    private static final int DOUBLE_QUOTED = 3;
    private static final int SINGLE_QUOTED = 4;
    private static final int INSTRUCTION = 5;
    private static final int CDATA = 6;

    @Override
    public int lex(String line, int state, Tokens tokens) {
        int at = 0;
        int mode = state;
        while (at < line.length()) {
            long next = step(line, at, mode, tokens);
            at = (int) (next >> 8);
            mode = (int) (next & 0xff);
        }
        return mode;
    }

    /** Answers the index after one stretch in the upper bits and the mode there in the lowest eight. */
    private static long step(String line, int at, int mode, Tokens tokens) {
        return switch (mode) {
            case COMMENT -> until(line, at, "-->", COMMENT, TEXT, TokenKind.COMMENT, tokens);
            case INSTRUCTION -> until(line, at, "?>", INSTRUCTION, TEXT, TokenKind.DIRECTIVE, tokens);
            case CDATA -> until(line, at, "]]>", CDATA, TEXT, TokenKind.STRING, tokens);
            case DOUBLE_QUOTED -> until(line, at, "\"", DOUBLE_QUOTED, TAG, TokenKind.STRING, tokens);
            case SINGLE_QUOTED -> until(line, at, "'", SINGLE_QUOTED, TAG, TokenKind.STRING, tokens);
            case TAG -> inTag(line, at, tokens);
            default -> text(line, at, tokens);
        };
    }

    private static long text(String line, int at, Tokens tokens) {
        if (line.startsWith("<!--", at)) {
            return until(line, at, "-->", COMMENT, TEXT, TokenKind.COMMENT, tokens);
        }
        if (line.startsWith("<?", at)) {
            return until(line, at, "?>", INSTRUCTION, TEXT, TokenKind.DIRECTIVE, tokens);
        }
        if (line.startsWith("<![CDATA[", at)) {
            return until(line, at, "]]>", CDATA, TEXT, TokenKind.STRING, tokens);
        }
        char c = line.charAt(at);
        if (c == '<') {
            int end = line.startsWith("/", at + 1) ? at + 2 : at + 1;
            while (end < line.length() && " \t/>".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            tokens.add(at, end, TokenKind.TABLE);
            return state(end, TAG);
        }
        int semicolon = line.indexOf(';', at);
        if (c == '&' && semicolon > at) {
            tokens.add(at, semicolon + 1, TokenKind.MACRO);
            return state(semicolon + 1, TEXT);
        }
        return state(at + 1, TEXT);
    }

    private static long inTag(String line, int at, Tokens tokens) {
        char c = line.charAt(at);
        if (c == '>') {
            tokens.add(at, at + 1, TokenKind.TABLE);
            return state(at + 1, TEXT);
        }
        if (c == '/') {
            tokens.add(at, at + 1, TokenKind.TABLE);
            return state(at + 1, TAG);
        }
        if (c == '"' || c == '\'') {
            int close = line.indexOf(c, at + 1);
            int end = close < 0 ? line.length() : close + 1;
            tokens.add(at, end, TokenKind.STRING);
            return state(end, close >= 0 ? TAG : c == '"' ? DOUBLE_QUOTED : SINGLE_QUOTED);
        }
        if (Character.isLetter(c) || c == '_') {
            int end = at + 1;
            while (end < line.length() && " \t=/>".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            tokens.add(at, end, TokenKind.KEY);
            return state(end, TAG);
        }
        return state(at + 1, TAG);
    }

    private static long until(String line, int at, String close, int open, int after, TokenKind kind, Tokens tokens) {
        int index = line.indexOf(close, at);
        int end = index < 0 ? line.length() : index + close.length();
        tokens.add(at, end, kind);
        return state(end, index < 0 ? open : after);
    }

    private static long state(int at, int mode) {
        return ((long) at << 8) | mode;
    }
}
