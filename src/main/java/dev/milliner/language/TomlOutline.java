package dev.milliner.language;

import dev.milliner.distro.Shape;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of a TOML file, those of one name below one another nested. */
final class TomlOutline {
    private final String path;
    private final TextLines lines;
    private final Shape.Table root;
    private final Map<List<String>, Integer> counts = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Symbol> top = new ArrayList<>();

    private TomlOutline(String path, TextLines lines, Shape.Table root) {
        this.path = path;
        this.lines = lines;
        this.root = root;
    }

    private record Open(TomlHeader header, List<String> keys, String name, List<Symbol> children) {}

    static List<Symbol> of(Document document, TextLines lines, Shape.Table root) {
        TomlOutline outline = new TomlOutline(document.path(), lines, root);
        int first = lines.isHeader(0) ? 0 : lines.headerBelow(0);
        for (int line = first; line < lines.count(); line = lines.headerBelow(line)) {
            outline.header(TomlHeader.of(lines, line));
        }
        outline.close(List.of(), lines.count());
        return List.copyOf(outline.top);
    }

    private void header(TomlHeader header) {
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
        int last = below - 1;
        while (last > ended.header().line() && isBlank(last)) {
            last--;
        }
        TextRange range = new TextRange(
                ended.header().line() + 1, 1, last + 1, lines.line(last).length() + 1);
        Optional<Stand> stand = Stand.at(root, ended.keys());
        boolean named = stand.filter(Stand::named).isPresent() && ended.keys().size() > 1;
        CompletionKind kind = stand.filter(Stand::named)
                .flatMap(Stand::member)
                .flatMap(member -> Entity.inMap(
                        member.field().toml(), ended.keys(), ended.keys().getLast()))
                .map(Entity::kind)
                .orElse(CompletionKind.TABLE);
        boolean alone = named && ended.name().equals(String.join(".", ended.keys()));
        String name = alone ? ended.keys().getLast() : ended.name();
        return new Symbol(name, kind, detail(ended.header()), new Place(path, range), ended.children());
    }

    private boolean isBlank(int line) {
        String text = lines.line(line).strip();
        return text.isEmpty() || text.startsWith("#");
    }

    private String detail(TomlHeader header) {
        if (!header.list()) {
            return "";
        }
        TomlEntries entries = TomlAround.of(lines, Math.min(header.line() + 1, lines.count() - 1), List.of())
                .entries();
        String what = (entries.text("type") + " " + entries.text("tag") + entries.text("filename")).strip();
        return what.isEmpty() ? entries.text("name") : what;
    }
}
