package dev.milliner.toml;

import dev.milliner.text.TextRange;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table: from a header, from dotted keys or inline. The range of a table with a header of its own runs from the
 * header through the table's last own line; that of others covers what is written of them.
 */
public final class TomlTable implements TomlNode {
    private final Map<String, TomlEntry> entries;
    private final TextRange range;
    private final @Nullable TextRange header;
    private final boolean inline;

    TomlTable(Map<String, TomlEntry> entries, TextRange range, @Nullable TextRange header, boolean inline) {
        this.entries = Collections.unmodifiableMap(entries);
        this.range = range;
        this.header = header;
        this.inline = inline;
    }

    /** The entries in the order they are first written. */
    public Collection<TomlEntry> entries() {
        return entries.values();
    }

    /** The entry of a key, or null. */
    public @Nullable TomlEntry entry(String key) {
        return entries.get(key);
    }

    /** The value of a key, or null. */
    public @Nullable TomlNode get(String key) {
        TomlEntry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** Where the table's own {@code [header]} or {@code [[header]]} stands, or null where it has none. */
    public @Nullable TextRange header() {
        return header;
    }

    /** Tells whether it is written in braces. */
    public boolean isInline() {
        return inline;
    }

    @Override
    public TextRange range() {
        return range;
    }

    @Override
    public String kindName() {
        return "table";
    }
}
