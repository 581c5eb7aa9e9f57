package dev.milliner.language;

import dev.milliner.language.TomlQuotes.Segment;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way down to a place of a TOML file: the tables around it and its key, from the lines near it alone. */
final class TomlBreadcrumb {
    /** Headers further away are not looked at. */
    private static final int FARTHEST = 300;

    private final TomlContext context;
    private final TextLines lines;

    private TomlBreadcrumb(TomlContext context) {
        this.context = context;
        this.lines = context.lines();
    }

    static List<Symbol> at(TomlContext context, int offset) {
        TomlBreadcrumb breadcrumb = new TomlBreadcrumb(context);
        int header = context.lines().headerAbove(context.lines().lineAt(offset));
        List<Symbol> way =
                new ArrayList<>(header < 0 ? List.of() : breadcrumb.tables(TomlHeader.of(context.lines(), header)));
        breadcrumb.key().ifPresent(way::add);
        return List.copyOf(way);
    }

    private List<Symbol> tables(TomlHeader innermost) {
        List<TomlHeader> around = new ArrayList<>(List.of(innermost));
        List<String> path = innermost.path();
        int open = path.size();
        int index = 0;
        TomlHeader outermost = innermost;
        int line = lines.headerAbove(innermost.line() - 1);
        for (int seen = 0; line >= 0 && open > 0 && seen < FARTHEST; seen++) {
            TomlHeader header = TomlHeader.of(lines, line);
            int common = common(header.path(), path);
            if (common == header.path().size() && common < outermost.path().size() && common <= open) {
                around.addFirst(header);
                outermost = header;
            }
            index += header.path().equals(path) && header.list() ? 1 : 0;
            open = Math.min(open, common);
            line = lines.headerAbove(line - 1);
        }
        return symbols(around, index);
    }

    private static int common(List<String> one, List<String> other) {
        int same = 0;
        while (same < one.size() && same < other.size() && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    private List<Symbol> symbols(List<TomlHeader> around, int index) {
        List<Symbol> symbols = new ArrayList<>();
        TomlSymbols tables = new TomlSymbols(context.document().path(), lines, context.root());
        int outer = 0;
        for (TomlHeader header : around) {
            List<String> keys = header.path();
            if (keys.isEmpty()) {
                continue;
            }
            String name = String.join(".", keys.subList(outer, keys.size()));
            boolean last = header.equals(around.getLast());
            String counted = last && header.list() ? name + "[" + index + "]" : name;
            symbols.add(tables.symbol(header, keys, counted, below(header), List.of()));
            outer = keys.size();
        }
        return symbols;
    }

    /** The line behind a table and the tables in it. */
    private int below(TomlHeader header) {
        int line = lines.headerBelow(header.line());
        for (int seen = 0; line < lines.count() && seen < FARTHEST; seen++) {
            List<String> path = TomlHeader.of(lines, line).path();
            if (path.size() <= header.path().size()
                    || common(path, header.path()) < header.path().size()) {
                return line;
            }
            line = lines.headerBelow(line);
        }
        return line;
    }

    private Optional<Symbol> key() {
        return switch (context.spot()) {
            case TomlSpot.InKey key
            when !key.segment().name().isEmpty() ->
                Optional.of(symbol(
                        key.segments().stream().map(Segment::name).collect(Collectors.joining(".")),
                        key.segments().getFirst().span()));
            case TomlSpot.InValue value
            when !value.keys().isEmpty() -> Optional.of(symbol(String.join(".", value.keys()), value.span()));
            default -> Optional.empty();
        };
    }

    private Symbol symbol(String name, Span span) {
        return new Symbol(
                name, CompletionKind.KEY, "", new Place(context.document().path(), lines.range(span)), List.of());
    }
}
