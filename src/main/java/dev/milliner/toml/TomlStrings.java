package dev.milliner.toml;

import dev.milliner.text.TextRange;

/** Reads the four kinds of strings. */
final class TomlStrings {
    private final TomlCursor cursor;
    private final TomlVersion version;

    TomlStrings(TomlCursor cursor, TomlVersion version) {
        this.cursor = cursor;
        this.version = version;
    }

    /** Reads the string that starts here. */
    String read() throws TomlSyntaxException {
        if (cursor.lookingAt("\"\"\"")) {
            return multiLine('"', "\"\"\"");
        }
        if (cursor.lookingAt("'''")) {
            return multiLine('\'', "'''");
        }
        return singleLine();
    }

    /** Reads the one-line string that starts here. */
    String singleLine() throws TomlSyntaxException {
        int start = cursor.at;
        char quote = cursor.text.charAt(start);
        cursor.at++;
        int plain = cursor.at;
        StringBuilder built = null;
        while (true) {
            if (cursor.at >= cursor.length || cursor.atBreak()) {
                int size = cursor.at - start;
                cursor.at = start;
                throw new TomlSyntaxException(
                        "The string is not closed; end it with " + quote + " on its line.", cursor.ahead(size));
            }
            char here = cursor.text.charAt(cursor.at);
            if (here == quote) {
                String rest = cursor.text.substring(plain, cursor.at);
                cursor.at++;
                return built == null ? rest : built.append(rest).toString();
            }
            if (here == '\\' && quote == '"') {
                built = built == null ? new StringBuilder() : built;
                built.append(cursor.text, plain, cursor.at);
                escape(built);
                plain = cursor.at;
            } else {
                cursor.checkCharacter("a string");
                cursor.at++;
            }
        }
    }

    private String multiLine(char quote, String fence) throws TomlSyntaxException {
        TextRange opening = cursor.ahead(3);
        cursor.at += 3;
        if (cursor.atBreak()) {
            cursor.skipBreak();
        }
        StringBuilder built = new StringBuilder();
        while (true) {
            if (cursor.at >= cursor.length) {
                throw new TomlSyntaxException("The string is not closed; end it with " + fence + ".", opening);
            }
            if (cursor.lookingAt(fence)) {
                return closed(built, quote);
            }
            step(built, quote);
        }
    }

    private String closed(StringBuilder built, char quote) {
        cursor.at += 3;
        for (int extra = 0; extra < 2 && cursor.peek() == quote; extra++) {
            built.append(quote);
            cursor.at++;
        }
        return built.toString();
    }

    private void step(StringBuilder built, char quote) throws TomlSyntaxException {
        if (cursor.atBreak()) {
            built.append(cursor.text, cursor.at, cursor.at + (cursor.peek() == '\r' ? 2 : 1));
            cursor.skipBreak();
        } else if (cursor.peek() == '\\' && quote == '"') {
            if (!skipFoldedLines()) {
                escape(built);
            }
        } else {
            cursor.checkCharacter("a string");
            built.append(cursor.text.charAt(cursor.at));
            cursor.at++;
        }
    }

    /** Steps over a backslash at a line's end with the blank space behind it. */
    private boolean skipFoldedLines() {
        int ahead = 1;
        while (cursor.peek(ahead) == ' ' || cursor.peek(ahead) == '\t') {
            ahead++;
        }
        boolean folded = cursor.peek(ahead) == '\n' || (cursor.peek(ahead) == '\r' && cursor.peek(ahead + 1) == '\n');
        if (!folded) {
            return false;
        }
        cursor.at += ahead;
        while (cursor.atBreak()) {
            cursor.skipBreak();
            cursor.skipBlanks();
        }
        return true;
    }

    private void escape(StringBuilder built) throws TomlSyntaxException {
        int kind = cursor.peek(1);
        String simple = simpleEscape(kind);
        if (!simple.isEmpty()) {
            built.append(simple);
            cursor.at += 2;
            return;
        }
        int digits =
                switch (kind) {
                    case 'u' -> 4;
                    case 'U' -> 8;
                    case 'x' -> version == TomlVersion.V1_1 ? 2 : 0;
                    default -> 0;
                };
        if (digits == 0) {
            throw new TomlSyntaxException(
                    "This escape is unknown; write \\\\ for a backslash, or use a 'string' in single quotes.",
                    cursor.ahead(2));
        }
        built.appendCodePoint(hexadecimal(digits));
        cursor.at += 2 + digits;
    }

    private String simpleEscape(int kind) {
        return switch (kind) {
            case 'b' -> "\b";
            case 't' -> "\t";
            case 'n' -> "\n";
            case 'f' -> "\f";
            case 'r' -> "\r";
            case '"' -> "\"";
            case '\\' -> "\\";
            case 'e' -> version == TomlVersion.V1_1 ? "\u001b" : "";
            default -> "";
        };
    }

    private int hexadecimal(int digits) throws TomlSyntaxException {
        int code = 0;
        for (int index = 0; index < digits; index++) {
            int here = cursor.peek(2 + index);
            int digit = here < 128 ? Character.digit(here, 16) : -1;
            if (digit < 0) {
                throw new TomlSyntaxException(
                        "This escape needs " + digits + " hexadecimal digits.", cursor.ahead(2 + index));
            }
            code = code << 4 | digit;
        }
        if (code < 0 || code > Character.MAX_CODE_POINT || (code >= 0xd800 && code <= 0xdfff)) {
            throw new TomlSyntaxException("No character has this number.", cursor.ahead(2 + digits));
        }
        return code;
    }
}
