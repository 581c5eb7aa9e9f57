package dev.milliner.toml;

import dev.milliner.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole text, line by line; behind an error it goes on where the next line looks sound. */
final class TomlParser {
    private final TomlCursor cursor;
    private final TomlKeys keys;
    private final TomlValues values;
    private final TableInProgress root;
    private final List<TomlProblem> problems = new ArrayList<>();
    private TableInProgress current;

    TomlParser(String text, TomlVersion version) {
        cursor = new TomlCursor(text);
        TomlStrings strings = new TomlStrings(cursor, version);
        keys = new TomlKeys(cursor, strings);
        values = new TomlValues(cursor, version, strings, keys);
        root = new TableInProgress(TableInProgress.Origin.ROOT, TextRange.START);
        current = root;
    }

    TomlDocument parse() {
        if (cursor.peek() == '\ufeff') {
            problems.add(new TomlProblem(
                    "The file starts with a byte order mark; save it as UTF-8 without one.", cursor.ahead(1)));
            cursor.at++;
        }
        while (cursor.at < cursor.length && problems.size() < TomlDocument.MOST_PROBLEMS) {
            int startLine = cursor.line;
            try {
                line();
            } catch (TomlSyntaxException broken) {
                problems.add(new TomlProblem(broken.plainMessage(), broken.range()));
                recover(startLine, broken.range());
            }
        }
        root.stretchTo(cursor.since(cursor.line, cursor.column()));
        return new TomlDocument(root.finish(), problems);
    }

    private void line() throws TomlSyntaxException {
        cursor.skipBlanks();
        int here = cursor.peek();
        if (here == '[') {
            header();
        } else if (here != '#' && here != TomlCursor.END && !cursor.atBreak()) {
            current.stretchTo(values.entry(current));
        }
        cursor.skipBlanks();
        cursor.skipComment();
        if (cursor.atBreak()) {
            cursor.skipBreak();
        } else if (cursor.peek() != TomlCursor.END) {
            throw cursor.peek() == '\r'
                    ? new TomlSyntaxException(
                            "A carriage return stands alone; end the line with a line feed.", cursor.ahead(1))
                    : cursor.unexpected("the end of the line");
        }
    }

    private void header() throws TomlSyntaxException {
        int column = cursor.column();
        boolean ofArray = cursor.peek(1) == '[';
        // What stands below a header that is broken, as while it is typed, is not the table's before it.
        current = TableInProgress.detached(cursor.ahead(1));
        cursor.at += ofArray ? 2 : 1;
        cursor.skipBlanks();
        List<TomlKeys.Segment> key = keys.read();
        String closing = ofArray ? "]]" : "]";
        if (!cursor.lookingAt(closing)) {
            throw cursor.unexpected(closing);
        }
        cursor.at += closing.length();
        TextRange range = cursor.since(cursor.line, column);
        current = TableInProgress.detached(range);
        current = ofArray ? DottedKeys.append(root, key, range) : DottedKeys.open(root, key, range);
    }

    private void recover(int startLine, TextRange broken) {
        values.reset();
        if (cursor.line > startLine && broken.line() == startLine) {
            rewindTo(startLine);
        }
        do {
            cursor.skipRestOfLine();
            if (cursor.at < cursor.length) {
                cursor.skipBreak();
            }
        } while (cursor.at < cursor.length && !looksSound());
    }

    private void rewindTo(int line) {
        while (cursor.line > line) {
            cursor.at = cursor.text.lastIndexOf('\n', cursor.lineStart - 2) + 1;
            cursor.lineStart = cursor.at;
            cursor.at = cursor.lineStart;
            cursor.line--;
        }
    }

    /** A header, a comment, nothing, or a key with an equals sign. */
    private boolean looksSound() {
        int ahead = 0;
        while (cursor.peek(ahead) == ' ' || cursor.peek(ahead) == '\t') {
            ahead++;
        }
        int first = cursor.peek(ahead);
        if (first == '[' || first == '#' || first == '\n' || first == '\r' || first == TomlCursor.END) {
            return true;
        }
        while ("\"'{}[]#,\n=".indexOf(cursor.peek(ahead)) < 0 && cursor.peek(ahead) != TomlCursor.END) {
            ahead++;
        }
        return cursor.peek(ahead) == '=';
    }
}
