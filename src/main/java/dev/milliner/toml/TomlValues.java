package dev.milliner.toml;

import dev.milliner.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Reads values: strings, literals, arrays and inline tables. */
final class TomlValues {
    /** Deeper nesting than this is refused rather than risked. */
    private static final int MOST_DEPTH = 200;

    private final TomlCursor cursor;
    private final TomlVersion version;
    private final TomlStrings strings;
    private final TomlLiterals literals;
    private final TomlKeys keys;
    private int depth;

    TomlValues(TomlCursor cursor, TomlVersion version, TomlStrings strings, TomlKeys keys) {
        this.cursor = cursor;
        this.version = version;
        this.strings = strings;
        this.literals = new TomlLiterals(cursor, version);
        this.keys = keys;
    }

    /** Reads the value that starts here. */
    TomlNode read() throws TomlSyntaxException {
        int line = cursor.line;
        int column = cursor.column();
        return switch (cursor.peek()) {
            case '"', '\'' -> {
                String text = strings.read();
                yield new TomlScalar(TomlScalar.Kind.STRING, text, cursor.since(line, column));
            }
            case '[' -> nested(this::array);
            case '{' -> nested(this::inlineTable);
            default -> literals.read();
        };
    }

    /** Forgets what was open; the text behind an error starts afresh. */
    void reset() {
        depth = 0;
    }

    private interface Reading {
        TomlNode read() throws TomlSyntaxException;
    }

    private TomlNode nested(Reading reading) throws TomlSyntaxException {
        if (depth >= MOST_DEPTH) {
            throw new TomlSyntaxException("The values are nested too deeply.", cursor.ahead(1));
        }
        depth++;
        TomlNode value = reading.read();
        depth--;
        return value;
    }

    private TomlArray array() throws TomlSyntaxException {
        int line = cursor.line;
        int column = cursor.column();
        cursor.at++;
        List<TomlNode> items = new ArrayList<>();
        while (true) {
            cursor.skipBlanksAndLines();
            if (cursor.peek() == ']') {
                break;
            }
            items.add(read());
            cursor.skipBlanksAndLines();
            if (cursor.peek() == ',') {
                cursor.at++;
            } else if (cursor.peek() != ']') {
                throw cursor.unexpected("a comma or ]");
            }
        }
        cursor.at++;
        return new TomlArray(List.copyOf(items), cursor.since(line, column));
    }

    private TomlTable inlineTable() throws TomlSyntaxException {
        int line = cursor.line;
        int column = cursor.column();
        TableInProgress table = new TableInProgress(TableInProgress.Origin.INLINE, cursor.ahead(1));
        cursor.at++;
        skipInside();
        boolean afterComma = false;
        while (cursor.peek() != '}' || (afterComma && version == TomlVersion.V1_0)) {
            entry(table);
            skipInside();
            afterComma = cursor.peek() == ',';
            if (afterComma) {
                cursor.at++;
                skipInside();
            } else if (cursor.peek() != '}') {
                throw cursor.unexpected("a comma or }");
            }
        }
        cursor.at++;
        table.range = cursor.since(line, column);
        return table.finish();
    }

    private void skipInside() throws TomlSyntaxException {
        if (version == TomlVersion.V1_0) {
            cursor.skipBlanks();
        } else {
            cursor.skipBlanksAndLines();
        }
    }

    /** Reads {@code key = value} into a table; returns the range from the key to the value's end. */
    TextRange entry(TableInProgress into) throws TomlSyntaxException {
        int line = cursor.line;
        int column = cursor.column();
        List<TomlKeys.Segment> key = keys.read();
        if (cursor.peek() != '=') {
            throw cursor.unexpected("=");
        }
        cursor.at++;
        cursor.skipBlanks();
        TomlNode value = read();
        TextRange range = cursor.since(line, column);
        DottedKeys.put(into, key, value, range);
        return range;
    }
}
