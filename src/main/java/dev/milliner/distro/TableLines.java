package dev.milliner.distro;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of a file by the lines they begin at. What they define is asked for only where a line is. */
final class TableLines {
    /** By line; those of one line in the order they are written. */
    private final List<Begun> begun = new ArrayList<>();

    /** A table, the name it stands under, and the one it stands in. */
    private record Begun(
            int line,
            ParsedFile file,
            String key,
            TableValue table,
            @Nullable Begun around) {
        Optional<Definition> definition(DefinedBy defined) {
            Optional<Definition> own = defined.of(file, key, table);
            return own.isPresent() || around == null ? own : around.definition(defined);
        }
    }

    /**
     * The tables of a file.
     *
     * @param read the file, as often as it is read
     */
    TableLines(List<ParsedFile> read) {
        read.forEach(file -> add(file, "", file.table(), null));
        begun.sort(Comparator.comparingInt(Begun::line));
    }

    private void add(ParsedFile file, String key, TableValue table, @Nullable Begun around) {
        Begun one = new Begun(table.head().range().line(), file, key, table, around);
        if (table.head().file().equals(file.name())) {
            begun.add(one);
        }
        table.fields().forEach((name, value) -> {
            if (value instanceof TableValue inner) {
                add(file, name, inner, one);
            } else if (value instanceof ListValue list) {
                list.items().forEach(item -> {
                    if (item instanceof TableValue inner) {
                        add(file, name, inner, one);
                    }
                });
            }
        });
    }

    /** What the last table defines that begins at a line or next above it; of those of one line, the last that defines anything. */
    Optional<Definition> at(int line, DefinedBy defined) {
        int last = lastAt(line);
        for (int at = last; at >= 0 && begun.get(at).line() == begun.get(last).line(); at--) {
            Optional<Definition> definition = begun.get(at).definition(defined);
            if (definition.isPresent()) {
                return definition;
            }
        }
        return Optional.empty();
    }

    /** The index of the last that begins at a line or above it; -1 where none does. */
    private int lastAt(int line) {
        int low = 0;
        int high = begun.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (begun.get(middle).line() <= line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
