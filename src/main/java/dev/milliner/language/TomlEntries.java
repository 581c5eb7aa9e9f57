package dev.milliner.language;

import dev.milliner.language.TomlQuotes.Segment;
import dev.milliner.text.LineLexer;
import dev.milliner.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is written in one table of a TOML text.
 *
 * @param entries from top to bottom
 * @param tables the keys that headers below open as tables of it
 */
record TomlEntries(List<Entry> entries, List<List<String>> tables) {
    /** Tables are not looked through further than this many lines from the place that is asked about. */
    private static final int FARTHEST = 400;

    /**
     * A key with its value.
     *
     * @param segments the dotted key
     * @param value the value's first token; empty where there is none yet
     */
    record Entry(List<Segment> segments, Optional<TomlToken> value) {
        List<String> keys() {
            return segments.stream().map(Segment::name).toList();
        }

        /** The value where it is a string. */
        Optional<String> text() {
            return value.filter(TomlToken::isQuoted).map(token -> TomlQuotes.value(token.text()));
        }
    }

    static TomlEntries underHeader(TomlAround table) {
        TextLines lines = table.lines();
        int first = Math.max(table.header().map(TomlHeader::line).orElse(-1) + 1, table.line() - FARTHEST);
        int below = lines.headerBelow(table.line());
        List<Entry> entries = new ArrayList<>();
        for (int line = first; line < Math.min(below, table.line() + FARTHEST); line++) {
            if (lines.state(line) == LineLexer.START) {
                entry(TomlToken.of(lines, line), lines).ifPresent(entries::add);
            }
        }
        return new TomlEntries(List.copyOf(entries), tables(table, below));
    }

    private static Optional<Entry> entry(List<TomlToken> tokens, TextLines lines) {
        int at = 0;
        while (at < tokens.size() && tokens.get(at).kind() == TokenKind.KEY) {
            at++;
        }
        if (at == 0) {
            return Optional.empty();
        }
        int start = tokens.getFirst().span().start();
        String dotted = lines.text().substring(start, tokens.get(at - 1).span().end());
        boolean equals = at < tokens.size() && tokens.get(at).is('=');
        Optional<TomlToken> value =
                equals && at + 1 < tokens.size() ? Optional.of(tokens.get(at + 1)) : Optional.empty();
        return Optional.of(new Entry(TomlQuotes.segments(dotted, start), value));
    }

    /** The dotted key that a line begins with; nothing where it begins with none. */
    static List<Segment> segments(TextLines lines, int line) {
        String text = lines.line(line);
        int equals = text.indexOf('=');
        return equals < 0 || text.lastIndexOf('.', equals) < 0 || text.startsWith("#")
                ? List.of()
                : entry(TomlToken.of(lines, line), lines).map(Entry::segments).orElse(List.of());
    }

    private static List<List<String>> tables(TomlAround table, int below) {
        List<List<String>> tables = new ArrayList<>();
        TextLines lines = table.lines();
        List<String> path = table.path();
        for (int line = below; line < lines.count() && tables.size() < FARTHEST; line = lines.headerBelow(line)) {
            List<String> other = TomlHeader.of(lines, line).path();
            if (other.size() <= path.size() || !other.subList(0, path.size()).equals(path)) {
                break;
            }
            tables.add(other.subList(path.size(), other.size()));
        }
        return List.copyOf(tables);
    }

    static TomlEntries inBraces(TextLines lines, int brace) {
        List<Entry> entries = new ArrayList<>();
        List<TomlToken> current = new ArrayList<>();
        int depth = 0;
        int line = lines.lineAt(brace);
        for (int end = Math.min(lines.count(), line + FARTHEST); line < end; line++) {
            for (TomlToken token : TomlToken.of(lines, line)) {
                if (token.span().start() <= brace) {
                    continue;
                }
                boolean closes = token.is('}') || token.is(']');
                if (depth == 0 && (closes || token.is(','))) {
                    entry(current, lines).ifPresent(entries::add);
                    current.clear();
                    if (closes) {
                        return new TomlEntries(List.copyOf(entries), List.of());
                    }
                } else {
                    depth += token.is('{') || token.is('[') ? 1 : closes ? -1 : 0;
                    current.add(token);
                }
            }
            if (line + 1 < lines.count() && lines.state(line + 1) == LineLexer.START) {
                break;
            }
        }
        entry(current, lines).ifPresent(entries::add);
        return new TomlEntries(List.copyOf(entries), List.of());
    }

    /** Tells whether a key is set below a dotted key, by itself or as a table. */
    boolean has(List<String> before, String key, Span except) {
        return entries.stream()
                        .filter(entry -> entry.segments().stream()
                                .noneMatch(one -> one.span().equals(except)))
                        .anyMatch(entry -> leads(entry.keys(), before, key))
                || tables.stream().anyMatch(keys -> leads(keys, before, key));
    }

    private static boolean leads(List<String> keys, List<String> before, String key) {
        return keys.size() > before.size()
                && keys.subList(0, before.size()).equals(before)
                && keys.get(before.size()).equals(key);
    }

    /** The string that a key has; empty where it has none. */
    String text(String... keys) {
        return entries.stream()
                .filter(entry -> entry.keys().equals(List.of(keys)))
                .findFirst()
                .flatMap(Entry::text)
                .orElse("");
    }
}
