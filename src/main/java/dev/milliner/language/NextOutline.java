package dev.milliner.language;

import dev.milliner.language.TextLines.Changed;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outline of a text that is an edit away from one whose outline is known: tables above the edit are as they were, those below it
 * have moved. A file with lists of tables is outlined anew, as these are numbered from the top.
 *
 * @param before what is known
 * @param lines the text as it is
 * @param path the file
 */
record NextOutline(KnownOutline before, TextLines lines, String path) {
    /** The tables of the file. */
    List<Symbol> symbols() {
        Changed changed = lines.since(before.lines());
        int kept = firstFrom(changed.first()) - 1;
        return TomlOutline.hasLists(before.lines())
                ? whole()
                : between(changed, Math.max(0, kept)).orElseGet(this::whole);
    }

    private List<Symbol> whole() {
        return TomlOutline.of(path, lines, before.format());
    }

    /** Reads on from the last table that begins above the edit, until one begins below it that nothing is around. */
    private Optional<List<Symbol>> between(Changed changed, int kept) {
        List<Symbol> known = before.symbols();
        int from = kept == 0 ? 0 : line(known.get(kept));
        TomlOutline outline = new TomlOutline(new TomlSymbols(path, lines, before.format()));
        int line = lines.isHeader(from) ? from : lines.headerBelow(from);
        while (line < lines.count()) {
            TomlHeader header = TomlHeader.of(lines, line);
            if (header.list()) {
                return Optional.empty();
            }
            int old = line > changed.last() ? firstFrom(line - changed.shift()) : known.size();
            if (old < known.size() && line(known.get(old)) == line - changed.shift() && outline.endsAbove(header)) {
                return Optional.of(joined(kept, outline, old, changed.shift()));
            }
            outline.header(header);
            line = lines.headerBelow(line);
        }
        outline.end(lines.count());
        return Optional.of(joined(kept, outline, known.size(), 0));
    }

    private List<Symbol> joined(int kept, TomlOutline between, int old, int shift) {
        List<Symbol> known = before.symbols();
        List<Symbol> all = new ArrayList<>(known.size() + between.top().size());
        all.addAll(known.subList(0, kept));
        all.addAll(between.top());
        known.subList(old, known.size()).forEach(symbol -> all.add(moved(symbol, shift)));
        return List.copyOf(all);
    }

    private static Symbol moved(Symbol symbol, int lines) {
        if (lines == 0) {
            return symbol;
        }
        List<Symbol> children =
                symbol.children().stream().map(child -> moved(child, lines)).toList();
        Place place = new Place(symbol.place().file(), symbol.place().range().down(lines));
        return new Symbol(symbol.name(), symbol.kind(), symbol.detail(), place, children);
    }

    /** The index of the first table that begins in a line, from 0, or below it, in the text as it was. */
    private int firstFrom(int line) {
        List<Symbol> known = before.symbols();
        int low = 0;
        int high = known.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (line(known.get(middle)) < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int line(Symbol symbol) {
        return symbol.place().range().line() - 1;
    }
}
