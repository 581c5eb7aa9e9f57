package dev.milliner.toml;

import dev.milliner.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Reads keys: bare, quoted, dotted. */
final class TomlKeys {
    /** A segment of a key. */
    record Segment(String name, TextRange range) {}

    /** Tables stand in one another as deep as their keys have parts, and a process does not hold any depth. */
    private static final int MOST = 256;

    private final TomlCursor cursor;
    private final TomlStrings strings;

    TomlKeys(TomlCursor cursor, TomlStrings strings) {
        this.cursor = cursor;
        this.strings = strings;
    }

    /** Reads the dotted key that starts here and the blanks behind it. */
    List<Segment> read() throws TomlSyntaxException {
        Segment first = segment();
        cursor.skipBlanks();
        if (cursor.peek() != '.') {
            return List.of(first);
        }
        List<Segment> segments = new ArrayList<>(3);
        segments.add(first);
        while (cursor.peek() == '.') {
            if (segments.size() == MOST) {
                throw new TomlSyntaxException("A key of more than " + MOST + " parts is not read.", cursor.ahead(1));
            }
            cursor.at++;
            cursor.skipBlanks();
            segments.add(segment());
            cursor.skipBlanks();
        }
        return segments;
    }

    private Segment segment() throws TomlSyntaxException {
        int start = cursor.at;
        int column = cursor.column();
        int here = cursor.peek();
        if (here == '"' || here == '\'') {
            if (cursor.lookingAt("\"\"\"") || cursor.lookingAt("'''")) {
                throw new TomlSyntaxException("A key cannot span lines; use single quote marks.", cursor.ahead(3));
            }
            String name = strings.singleLine();
            return new Segment(name, cursor.since(cursor.line, column));
        }
        while (isBare(cursor.peek())) {
            cursor.at++;
        }
        if (cursor.at == start) {
            throw cursor.unexpected("a key");
        }
        return new Segment(cursor.text.substring(start, cursor.at), cursor.since(cursor.line, column));
    }

    private static boolean isBare(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_';
    }
}
