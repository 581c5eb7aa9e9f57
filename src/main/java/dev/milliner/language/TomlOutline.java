package dev.milliner.language;

import dev.milliner.distro.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of a TOML file, those of one name below one another nested. */
final class TomlOutline {
    private final TomlSymbols symbols;
    private final Map<List<String>, Integer> counts = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Symbol> top = new ArrayList<>();

    TomlOutline(TomlSymbols symbols) {
        this.symbols = symbols;
    }

    private record Open(TomlHeader header, List<String> keys, String name, List<Symbol> children) {}

    static List<Symbol> of(String path, TextLines lines, Shape.Table root) {
        TomlOutline outline = new TomlOutline(new TomlSymbols(path, lines, root));
        int first = lines.isHeader(0) ? 0 : lines.headerBelow(0);
        for (int line = first; line < lines.count(); line = lines.headerBelow(line)) {
            outline.header(TomlHeader.of(lines, line));
        }
        outline.end(lines.count());
        return List.copyOf(outline.top);
    }

    /** Tells whether a text may hold lists of tables. */
    static boolean hasLists(TextLines lines) {
        return lines.text().contains("[[");
    }

    /** The tables that ended, those that are in no other. */
    List<Symbol> top() {
        return top;
    }

    /** Ends all tables above a header; tells whether none is around it. */
    boolean endsAbove(TomlHeader header) {
        close(header.path(), header.line());
        return open.isEmpty();
    }

    /** Ends all tables. */
    void end(int count) {
        close(List.of(), count);
    }

    /** Begins a table. */
    void header(TomlHeader header) {
        List<String> keys = header.path();
        close(keys, header.line());
        Open around = open.peek();
        List<String> shown = around == null ? keys : keys.subList(around.keys().size(), keys.size());
        String name = String.join(".", shown);
        if (header.list()) {
            name += "[" + (counts.merge(keys, 1, Integer::sum) - 1) + "]";
        }
        open.push(new Open(header, keys, name, new ArrayList<>()));
    }

    /** Ends all tables that a table is not in. */
    private void close(List<String> keys, int line) {
        while (!open.isEmpty() && !isAround(open.peek().keys(), keys)) {
            Open ended = open.pop();
            Symbol symbol = symbol(ended, line);
            (open.isEmpty() ? top : open.peek().children()).add(symbol);
        }
    }

    private static boolean isAround(List<String> outer, List<String> inner) {
        return inner.size() > outer.size() && inner.subList(0, outer.size()).equals(outer);
    }

    private Symbol symbol(Open ended, int below) {
        return symbols.symbol(ended.header(), ended.keys(), ended.name(), below, ended.children());
    }
}
