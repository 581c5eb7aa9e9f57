package dev.milliner.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table around a place of a TOML text.
 *
 * @param lines the text
 * @param line the place's line, from 0
 * @param path the keys from the root that lead to the table
 * @param brace where the table's brace stands; empty where it has a header, or is the root
 * @param header the header that the place stands under
 */
record TomlAround(TextLines lines, int line, List<String> path, Optional<Integer> brace, Optional<TomlHeader> header) {
    static TomlAround of(TextLines lines, int line, List<TomlFrame> frames) {
        int above = lines.headerAbove(line);
        Optional<TomlHeader> header = above < 0 ? Optional.empty() : Optional.of(TomlHeader.of(lines, above));
        List<String> path = new ArrayList<>(header.map(TomlHeader::path).orElse(List.of()));
        List<String> keys = new ArrayList<>();
        Optional<Integer> brace = Optional.empty();
        for (TomlFrame frame : frames) {
            keys.addAll(frame.keys());
            if (frame.table()) {
                path.addAll(keys);
                keys.clear();
                brace = Optional.of(frame.offset());
            }
        }
        return new TomlAround(lines, line, List.copyOf(path), brace, header);
    }

    /** The keys from the root that lead to what a dotted key of the table names. */
    List<String> path(List<String> keys) {
        List<String> whole = new ArrayList<>(path);
        whole.addAll(keys);
        return List.copyOf(whole);
    }

    /** Tells whether it has a header, or is the root, so that a key begins a line. */
    boolean isWide() {
        return brace.isEmpty();
    }

    /** What is set in it. */
    TomlEntries entries() {
        return brace.map(offset -> TomlEntries.inBraces(lines, offset)).orElseGet(() -> TomlEntries.underHeader(this));
    }
}
