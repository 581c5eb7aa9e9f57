package dev.milliner.toml;

import dev.milliner.text.TextRange;

/** A place in a text that moves forward and knows its line. */
final class TomlCursor {
    /** What {@link #peek} gives behind the end. */
    static final int END = -1;

    final String text;
    final int length;
    int at;
    int line = 1;
    int lineStart;

    TomlCursor(String text) {
        this.text = text;
        this.length = text.length();
    }

    /** The character here, or {@link #END}. */
    int peek() {
        return at < length ? text.charAt(at) : END;
    }

    /** The character some places ahead, or {@link #END}. */
    int peek(int ahead) {
        return at + ahead < length ? text.charAt(at + ahead) : END;
    }

    boolean lookingAt(String expected) {
        return text.startsWith(expected, at);
    }

    /** The column here, from 1. */
    int column() {
        return at - lineStart + 1;
    }

    /** The range from a place to here. */
    TextRange since(int startLine, int startColumn) {
        return new TextRange(startLine, startColumn, line, column());
    }

    /** The range of so many characters from here, none of them a line break. */
    TextRange ahead(int count) {
        return new TextRange(line, column(), line, column() + Math.max(1, count));
    }

    /** The problem with the character here. */
    TomlSyntaxException unexpected(String wanted) {
        int here = peek();
        if (here == END) {
            return new TomlSyntaxException("The text ends where " + wanted + " was expected.", ahead(1));
        }
        if (here == '\n' || here == '\r') {
            return new TomlSyntaxException("The line ends where " + wanted + " was expected.", ahead(1));
        }
        return new TomlSyntaxException("'" + named(here) + "' stands where " + wanted + " was expected.", ahead(1));
    }

    private static String named(int character) {
        return character < ' ' || Character.isSurrogate((char) character)
                ? "U+%04X".formatted(character)
                : Character.toString(character);
    }

    void skipBlanks() {
        while (at < length && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    /** Tells whether a line break stands here. */
    boolean atBreak() {
        int here = peek();
        return here == '\n' || (here == '\r' && peek(1) == '\n');
    }

    /** Steps over the line break here. */
    void skipBreak() {
        at += text.charAt(at) == '\r' ? 2 : 1;
        line++;
        lineStart = at;
    }

    /** Steps over a comment, if one starts here, up to its line's end. */
    void skipComment() throws TomlSyntaxException {
        if (peek() != '#') {
            return;
        }
        while (at < length && !atBreak()) {
            checkCharacter("a comment");
            at++;
        }
    }

    /** Steps over blanks, comments and line breaks. */
    void skipBlanksAndLines() throws TomlSyntaxException {
        skipBlanks();
        skipComment();
        while (at < length && atBreak()) {
            skipBreak();
            skipBlanks();
            skipComment();
        }
    }

    /** Goes to the end of the line without looking at what is there. */
    void skipRestOfLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? length : end;
    }

    /** Refuses control characters, and what is not UTF-8 in the file. */
    void checkCharacter(String where) throws TomlSyntaxException {
        char here = text.charAt(at);
        if ((here < ' ' && here != '\t') || here == 0x7f) {
            throw new TomlSyntaxException(
                    "The control character U+%04X cannot stand in %s; write it as an escape in a \"string\"."
                            .formatted((int) here, where),
                    ahead(1));
        }
        if (Character.isSurrogate(here)) {
            checkSurrogate(here);
        }
    }

    private void checkSurrogate(char here) throws TomlSyntaxException {
        boolean paired = Character.isHighSurrogate(here)
                ? Character.isLowSurrogate((char) Math.max(0, peek(1)))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        if (!paired) {
            throw new TomlSyntaxException("This is not UTF-8; save the file as UTF-8.", ahead(1));
        }
    }
}
