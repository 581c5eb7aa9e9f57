package dev.milliner.toml;

import dev.milliner.text.TextRange;
import dev.milliner.toml.TableInProgress.Content;
import dev.milliner.toml.TableInProgress.Entry;
import dev.milliner.toml.TableInProgress.Finished;
import dev.milliner.toml.TableInProgress.Origin;
import dev.milliner.toml.TableInProgress.Table;
import dev.milliner.toml.TableInProgress.Tables;
import dev.milliner.toml.TomlKeys.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where keys and headers lead: TOML's rules on which tables may be opened and added to. */
final class DottedKeys {
    private DottedKeys() {}

    /** Puts a value under a key of a table. */
    static void put(TableInProgress table, List<Segment> key, TomlNode value, TextRange range)
            throws TomlSyntaxException {
        TableInProgress target = table;
        for (Segment segment : key.subList(0, key.size() - 1)) {
            target = dotted(target, segment, range);
        }
        Segment last = key.getLast();
        Entry first = target.entries.get(last.name());
        if (first != null) {
            throw duplicate(last, first);
        }
        target.entries.put(last.name(), new Entry(last.range(), new Finished(value)));
    }

    private static TableInProgress dotted(TableInProgress table, Segment segment, TextRange range)
            throws TomlSyntaxException {
        Entry entry = table.entries.get(segment.name());
        if (entry == null) {
            TableInProgress made = new TableInProgress(Origin.DOTTED_KEY, range);
            table.entries.put(segment.name(), new Entry(segment.range(), new Table(made)));
            return made;
        }
        if (entry.content() instanceof Table(TableInProgress found) && found.origin == Origin.DOTTED_KEY) {
            found.stretchTo(range);
            return found;
        }
        throw new TomlSyntaxException(
                "'" + segment.name() + "' is defined in line "
                        + entry.keyRange().line() + " already; dotted keys cannot add to it.",
                segment.range());
    }

    /** Opens the table of a header. */
    static TableInProgress open(TableInProgress root, List<Segment> key, TextRange header) throws TomlSyntaxException {
        TableInProgress parent = parent(root, key, header);
        Segment last = key.getLast();
        Entry entry = parent.entries.get(last.name());
        if (entry == null) {
            TableInProgress made = new TableInProgress(Origin.HEADER, header);
            made.header = header;
            parent.entries.put(last.name(), new Entry(last.range(), new Table(made)));
            return made;
        }
        if (entry.content() instanceof Table(TableInProgress found) && found.origin == Origin.PARENT_OF_HEADER) {
            found.origin = Origin.HEADER;
            found.header = header;
            found.range = header;
            parent.entries.replace(last.name(), new Entry(last.range(), entry.content()));
            return found;
        }
        throw duplicate(last, entry);
    }

    /** Opens a new table of the array of a header with double brackets. */
    static TableInProgress append(TableInProgress root, List<Segment> key, TextRange header)
            throws TomlSyntaxException {
        TableInProgress parent = parent(root, key, header);
        Segment last = key.getLast();
        Entry entry = parent.entries.get(last.name());
        TableInProgress made = new TableInProgress(Origin.HEADER, header);
        made.header = header;
        if (entry == null) {
            List<TableInProgress> tables = new ArrayList<>();
            tables.add(made);
            parent.entries.put(last.name(), new Entry(last.range(), new Tables(tables)));
        } else if (entry.content() instanceof Tables(List<TableInProgress> tables)) {
            tables.add(made);
        } else {
            throw duplicate(last, entry);
        }
        return made;
    }

    private static TableInProgress parent(TableInProgress root, List<Segment> key, TextRange header)
            throws TomlSyntaxException {
        TableInProgress target = root;
        for (Segment segment : key.subList(0, key.size() - 1)) {
            Entry entry = target.entries.get(segment.name());
            TableInProgress next = entry == null ? null : growing(entry.content());
            if (entry == null) {
                next = new TableInProgress(Origin.PARENT_OF_HEADER, header);
                target.entries.put(segment.name(), new Entry(segment.range(), new Table(next)));
            } else if (next == null) {
                throw new TomlSyntaxException(
                        "'" + segment.name() + "' is a value since line "
                                + entry.keyRange().line() + "; a header cannot add to it.",
                        segment.range());
            }
            target = next;
        }
        return target;
    }

    private static @Nullable TableInProgress growing(Content content) {
        return switch (content) {
            case Finished finished -> null;
            case Table(TableInProgress table) -> table;
            case Tables(List<TableInProgress> tables) -> tables.getLast();
        };
    }

    private static TomlSyntaxException duplicate(Segment segment, Entry first) {
        return new TomlSyntaxException(
                "'" + segment.name() + "' is defined twice, first in line "
                        + first.keyRange().line() + "; remove or rename one.",
                segment.range());
    }
}
