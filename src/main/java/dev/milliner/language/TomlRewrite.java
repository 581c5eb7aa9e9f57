package dev.milliner.language;

import java.util.List;
import java.util.Optional;

/** Keys put into a table and taken out of it, items taken out of a list, so that what is around stays as it is. */
final class TomlRewrite {
    private TomlRewrite() {}

    /** Puts lines such as {@code key = "value"} into a table, behind what is in it. */
    static Replacement added(TomlAround table, List<String> entries) {
        List<TomlEntries.Entry> known = table.entries().entries();
        if (table.brace().isPresent()) {
            String joined = String.join(", ", entries);
            return known.isEmpty()
                    ? new Replacement(Span.at(table.brace().get() + 1), " " + joined + " ")
                    : new Replacement(Span.at(table.brace().get() + 1), " " + joined + ",");
        }
        TextLines lines = table.lines();
        String text = String.join("\n", entries);
        if (known.isEmpty() && table.header().isEmpty()) {
            return new Replacement(Span.at(0), text + "\n");
        }
        int end = known.isEmpty()
                ? lines.endOfValue(table.header().orElseThrow().span())
                : lines.endOfValue(known.getLast().segments().getFirst().span());
        return new Replacement(Span.at(end), "\n" + text);
    }

    /** Takes a key with its value out of a table. */
    static Optional<Replacement> removed(TomlAround table, Span key) {
        TextLines lines = table.lines();
        if (table.brace().isPresent()) {
            return Optional.of(new Replacement(withComma(lines, key), ""));
        }
        int start = lines.start(lines.lineAt(key.start()));
        int end = Math.min(lines.text().length(), lines.endOfValue(key) + 1);
        return Optional.of(new Replacement(new Span(start, end), ""));
    }

    /** Takes a table out, with the tables below it. */
    static Replacement removedTable(TextLines lines, TomlHeader header) {
        int below = lines.headerBelow(header.line());
        while (below < lines.count() && isWithin(TomlHeader.of(lines, below).path(), header.path())) {
            below = lines.headerBelow(below);
        }
        int end = below < lines.count() ? lines.start(below) : lines.text().length();
        return new Replacement(new Span(lines.start(header.line()), end), "");
    }

    private static boolean isWithin(List<String> path, List<String> outer) {
        return path.size() > outer.size() && path.subList(0, outer.size()).equals(outer);
    }

    /** Takes an item out of a list: its whole line where it stands alone in one. */
    static Replacement removedItem(TextLines lines, Span item) {
        int line = lines.lineAt(item.start());
        Span whole = withComma(lines, item);
        String before = lines.text().substring(lines.start(line), whole.start());
        int end = Lines.endOfLine(lines.text(), whole.end());
        boolean alone =
                before.isBlank() && lines.text().substring(whole.end(), end).isBlank();
        return alone && end < lines.text().length()
                ? new Replacement(new Span(lines.start(line), end + 1), "")
                : new Replacement(whole, "");
    }

    /** An entry of braces or an item of brackets, with the comma behind it, or that before it where it is the last. */
    private static Span withComma(TextLines lines, Span start) {
        String text = lines.text();
        int end = endOfEntry(text, start.start());
        if (end < text.length() && text.charAt(end) == ',') {
            int behind = end + 1;
            while (behind < text.length() && text.charAt(behind) == ' ') {
                behind++;
            }
            return new Span(start.start(), behind);
        }
        int before = start.start();
        while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
            before--;
        }
        return before > 0 && text.charAt(before - 1) == ','
                ? new Span(before - 1, text.substring(0, end).stripTrailing().length())
                : new Span(start.start(), end);
    }

    private static int endOfEntry(String text, int from) {
        int depth = 0;
        char quote = 0;
        for (int at = from; at < text.length(); at++) {
            char here = text.charAt(at);
            if (quote != 0) {
                at += quote == '"' && here == '\\' ? 1 : 0;
                quote = here == quote ? 0 : quote;
            } else if (here == '"' || here == '\'') {
                quote = here;
            } else if (here == '{' || here == '[') {
                depth++;
            } else if (here == '}' || here == ']') {
                if (depth-- == 0) {
                    return at;
                }
            } else if (here == ',' && depth == 0) {
                return at;
            }
        }
        return text.length();
    }
}
