package dev.milliner.toml;

import dev.milliner.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table while its text is being read: later headers and dotted keys may still add to it. */
final class TableInProgress {
    /** How a table came to be, which decides who may add to it. */
    enum Origin {
        ROOT,
        HEADER,
        PARENT_OF_HEADER,
        DOTTED_KEY,
        INLINE
    }

    /** A key with what it stands for. */
    record Entry(TextRange keyRange, Content content) {}

    /** What a key stands for. */
    sealed interface Content permits Finished, Table, Tables {}

    /** A value that nothing can be added to. */
    record Finished(TomlNode node) implements Content {}

    /** A table that may grow. */
    record Table(TableInProgress table) implements Content {}

    /** An array of tables with headers. */
    record Tables(List<TableInProgress> tables) implements Content {}

    final Map<String, Entry> entries = new LinkedHashMap<>();
    Origin origin;
    TextRange range;

    @Nullable
    TextRange header;

    TableInProgress(Origin origin, TextRange range) {
        this.origin = origin;
        this.range = range;
    }

    /** A table that belongs to nothing: it takes what follows a header that cannot be. */
    static TableInProgress detached(TextRange header) {
        return new TableInProgress(Origin.HEADER, header);
    }

    void stretchTo(TextRange added) {
        if (added.endLine() > range.endLine()
                || (added.endLine() == range.endLine() && added.endColumn() > range.endColumn())) {
            range = new TextRange(range.line(), range.column(), added.endLine(), added.endColumn());
        }
    }

    TomlTable finish() {
        Map<String, TomlEntry> finished = LinkedHashMap.newLinkedHashMap(entries.size());
        entries.forEach(
                (key, entry) -> finished.put(key, new TomlEntry(key, entry.keyRange(), finish(entry.content()))));
        return new TomlTable(finished, range, header, origin == Origin.INLINE);
    }

    private static TomlNode finish(Content content) {
        return switch (content) {
            case Finished finished -> finished.node();
            case Table table -> table.table().finish();
            case Tables tables -> finish(tables.tables());
        };
    }

    private static TomlArray finish(List<TableInProgress> tables) {
        List<TomlNode> items = new ArrayList<>(tables.size());
        tables.forEach(table -> items.add(table.finish()));
        TextRange first = items.getFirst().range();
        TextRange last = items.getLast().range();
        return new TomlArray(
                List.copyOf(items), new TextRange(first.line(), first.column(), last.endLine(), last.endColumn()));
    }
}
