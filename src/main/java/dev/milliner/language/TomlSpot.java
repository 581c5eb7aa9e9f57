package dev.milliner.language;

import dev.milliner.language.TomlQuotes.Segment;
import java.util.List;
import java.util.stream.Stream;

/** What stands at an offset of a TOML text, be it half typed. */
sealed interface TomlSpot {
    /**
     * A name in the header of a table.
     *
     * @param header the header
     * @param index which of its names
     */
    record InHeader(TomlHeader header, int index) implements TomlSpot {
        Segment segment() {
            return header.segments().get(index);
        }

        /** The names before it. */
        List<String> before() {
            return header.segments().subList(0, index).stream()
                    .map(Segment::name)
                    .toList();
        }
    }

    /**
     * A key of a table, or the place for one.
     *
     * @param table the table around it
     * @param segments the dotted key
     * @param index which of its segments
     * @param followed whether an equals sign follows
     */
    record InKey(TomlAround table, List<Segment> segments, int index, boolean followed) implements TomlSpot {
        Segment segment() {
            return segments.get(index);
        }

        /** The keys from the root that lead to the table which the segment is a key of. */
        List<String> path() {
            return table.path(
                    segments.subList(0, index).stream().map(Segment::name).toList());
        }
    }

    /**
     * A value of a key, or the place for one.
     *
     * @param table the table that the key is in
     * @param keys the dotted key
     * @param span what is typed, without quotes
     * @param text what is typed, without quotes
     * @param quoted whether it begins with a quote
     * @param inList whether it is an item of a list
     */
    record InValue(TomlAround table, List<String> keys, Span span, String text, boolean quoted, boolean inList)
            implements TomlSpot {
        /** The text of another key of the table, below the same dotted key. */
        String beside(String key) {
            return table.entries()
                    .text(Stream.concat(keys.stream().limit(Math.max(0, keys.size() - 1L)), Stream.of(key))
                            .toArray(String[]::new));
        }

        /** The keys from the root that lead to the value. */
        List<String> path() {
            return table.path(keys);
        }
    }

    /** A comment, or a place where nothing can stand. */
    record Nothing() implements TomlSpot {}
}
