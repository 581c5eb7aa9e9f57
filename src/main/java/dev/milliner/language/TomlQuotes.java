package dev.milliner.language;

import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.WrittenText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Quotes of TOML's keys and strings: taking them off and putting them on. */
public final class TomlQuotes {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

    private TomlQuotes() {}

    /** What stands between the quotes of a text; all of it where it has none. */
    static Span inside(String text, Span span) {
        if (text.isEmpty() || (text.charAt(0) != '"' && text.charAt(0) != '\'')) {
            return span;
        }
        String three = text.substring(0, 1).repeat(3);
        int quotes = text.startsWith(three) ? 3 : 1;
        boolean closed = text.length() >= 2 * quotes && text.endsWith(text.substring(0, quotes)) && !endsEscaped(text);
        return new Span(span.start() + quotes, Math.max(span.start() + quotes, span.end() - (closed ? quotes : 0)));
    }

    private static boolean endsEscaped(String text) {
        int backslashes = 0;
        for (int at = text.length() - 2; at >= 0 && text.charAt(at) == '\\'; at--) {
            backslashes++;
        }
        return text.charAt(0) == '"' && backslashes % 2 == 1;
    }

    /** The value of a string as it is written, quotes included; the text between them where it is broken. */
    static String value(String written) {
        if (written.length() >= 2 && written.charAt(0) == '\'' && !written.startsWith("'''")) {
            return written.endsWith("'") ? written.substring(1, written.length() - 1) : written.substring(1);
        }
        if (written.indexOf('\\') < 0 && !written.startsWith("\"\"\"") && !written.startsWith("'''")) {
            Span inside = inside(written, new Span(0, written.length()));
            return written.substring(inside.start(), inside.end());
        }
        return TomlDocument.parse("k = " + written).root().get("k") instanceof TomlScalar scalar
                ? scalar.value().toString()
                : written;
    }

    /** A text as a string with quotes that need no escapes, where there are such. */
    public static String quoted(String text) {
        return WrittenText.quoted(text);
    }

    /** A text as it stands between double quotes. */
    static String escaped(String text) {
        return WrittenText.escaped(text);
    }

    /** A key as it is written. */
    public static String key(String name) {
        return BARE.matcher(name).matches() ? name : quoted(name);
    }

    /** A segment of a dotted key. */
    public record Segment(String name, Span span) {}

    /** The segments of a dotted key, which may lack its last one; {@code offset} is where it begins. */
    static List<Segment> segments(String dotted, int offset) {
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        while (at <= dotted.length()) {
            int start = skipBlanks(dotted, at);
            int end = segmentEnd(dotted, start);
            Span whole = new Span(offset + start, offset + end);
            Span inner = inside(dotted.substring(start, end), whole);
            segments.add(new Segment(dotted.substring(inner.start() - offset, inner.end() - offset), whole));
            int dot = skipBlanks(dotted, end);
            if (dot >= dotted.length() || dotted.charAt(dot) != '.') {
                break;
            }
            at = dot + 1;
        }
        return segments;
    }

    private static int segmentEnd(String dotted, int start) {
        if (start < dotted.length() && (dotted.charAt(start) == '"' || dotted.charAt(start) == '\'')) {
            int close = dotted.indexOf(dotted.charAt(start), start + 1);
            return close < 0 ? dotted.length() : close + 1;
        }
        int end = start;
        while (end < dotted.length() && !endsBare(dotted.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean endsBare(char letter) {
        return letter == '.' || isBlank(letter);
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\t';
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
