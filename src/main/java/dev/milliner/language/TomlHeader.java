package dev.milliner.language;

import dev.milliner.language.TomlQuotes.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The header of a table, which may be half typed.
 *
 * @param line its line, from 0
 * @param segments the names in it; the last one may be empty
 * @param list whether it has two brackets
 * @param closed whether its brackets are closed
 * @param span all of it
 */
public record TomlHeader(int line, List<Segment> segments, boolean list, boolean closed, Span span) {
    /** Reads the header in a line that is one. */
    public static TomlHeader of(TextLines lines, int line) {
        String text = lines.line(line);
        int open = text.indexOf('[');
        boolean list = text.startsWith("[[", open);
        int from = open + (list ? 2 : 1);
        int to = end(text, from);
        boolean closed = to < text.length() && text.charAt(to) == ']';
        int close = closed ? Math.min(text.length(), to + (text.startsWith("]]", to) ? 2 : 1)) : to;
        int start = lines.start(line);
        return new TomlHeader(
                line,
                List.copyOf(TomlQuotes.segments(text.substring(from, to), start + from)),
                list,
                closed,
                new Span(start + open, start + close));
    }

    private static int end(String text, int from) {
        char quote = 0;
        for (int at = from; at < text.length(); at++) {
            char here = text.charAt(at);
            if (quote != 0) {
                quote = here == quote ? 0 : quote;
            } else if (here == '"' || here == '\'') {
                quote = here;
            } else if (here == ']' || here == '#') {
                return at;
            }
        }
        return text.length();
    }

    /** The keys that lead to the table. */
    public List<String> path() {
        List<String> path = new ArrayList<>(segments.size());
        for (Segment segment : segments) {
            if (!segment.name().isEmpty()) {
                path.add(segment.name());
            }
        }
        return Collections.unmodifiableList(path);
    }
}
