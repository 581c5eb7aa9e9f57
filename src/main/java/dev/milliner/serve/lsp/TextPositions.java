package dev.milliner.serve.lsp;

import dev.milliner.language.Span;
import dev.milliner.text.TextRange;
import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Offsets of a text as the lines and columns of the protocol, which both count from 0, and back. Lines end with {@code \n},
 * {@code \r\n} or a lone {@code \r}. What lies behind a line's or the text's end stands for that end.
 */
final class TextPositions {
    private final String text;
    private final PositionEncoding encoding;
    private final int[] starts;

    TextPositions(String text, PositionEncoding encoding) {
        this.text = text;
        this.encoding = encoding;
        this.starts = starts(text);
    }

    private static int[] starts(String text) {
        int[] starts = new int[64];
        int count = 1;
        boolean returns = text.indexOf('\r') >= 0;
        for (int at = end(text, 0, returns); at < text.length(); at = end(text, starts[count - 1], returns)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            boolean both = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            starts[count++] = at + (both ? 2 : 1);
        }
        return Arrays.copyOf(starts, count);
    }

    /** Where a line ends, before its terminator. */
    private static int end(String text, int start, boolean returns) {
        int feed = text.indexOf('\n', start);
        int end = feed < 0 ? text.length() : feed;
        int carriage = returns ? text.indexOf('\r', start, end) : -1;
        return carriage < 0 ? end : carriage;
    }

    int lines() {
        return starts.length;
    }

    /** A line, from 0, without its terminator. */
    String line(int line) {
        return text.substring(starts[line], endOf(line));
    }

    private int endOf(int line) {
        return end(text, starts[line], true);
    }

    /** Where a line, from 0, ends; the text's end where it has fewer. */
    Position endOfLine(int line) {
        int at = Math.min(line, starts.length - 1);
        return new Position(at, encoding.units(text, starts[at], endOf(at)));
    }

    Position position(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line, encoding.units(text, starts[line], Math.min(offset, text.length())));
    }

    int offset(Position position) {
        int line = position.getLine();
        if (line < 0) {
            return 0;
        }
        return line >= starts.length
                ? text.length()
                : encoding.offset(text, starts[line], endOf(line), Math.max(0, position.getCharacter()));
    }

    Range range(Span span) {
        return new Range(position(span.start()), position(span.end()));
    }

    Range range(TextRange range) {
        return new Range(position(range.line(), range.column()), position(range.endLine(), range.endColumn()));
    }

    private Position position(int line, int column) {
        int at = Math.clamp(line - 1L, 0, starts.length - 1);
        int end = at == line - 1 ? Math.min(starts[at] + column - 1, endOf(at)) : endOf(at);
        return new Position(at, encoding.units(text, starts[at], Math.max(starts[at], end)));
    }

    Span span(Range range) {
        int start = offset(range.getStart());
        return new Span(start, Math.max(start, offset(range.getEnd())));
    }
}
