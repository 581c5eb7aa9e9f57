package dev.milliner.refactor;

import dev.milliner.language.TomlQuotes;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a file says of one definition: tables with headers, and keys in the table of its kind.
 *
 * @param file the file
 * @param table the table of its kind, such as {@code components}
 * @param name its name
 * @param stretches the lines of its tables, with the comments on them and between them
 * @param entries what is said of it without a header of its own
 */
record Unit(TomlFile file, String table, String name, List<Stretch> stretches, List<TomlStatement> entries) {
    /** What a file says of a definition; nothing where it does not define it. */
    static Unit of(TomlFile file, String table, String name) {
        List<String> path = List.of(table, name);
        List<Stretch> stretches = new ArrayList<>();
        boolean joined = false;
        for (TomlBlock block : file.blocks()) {
            if (block.isWithin(path)) {
                int from = joined ? stretches.removeLast().from() : block.first();
                stretches.add(new Stretch(from, block.content()));
            }
            joined = block.isWithin(path);
        }
        List<TomlStatement> entries = TomlStatement.all(file).stream()
                .filter(entry ->
                        entry.path().size() >= 2 && entry.path().subList(0, 2).equals(path))
                .filter(entry -> entry.header().size() < 2)
                .toList();
        return new Unit(file, table, name, List.copyOf(stretches), entries);
    }

    boolean isEmpty() {
        return stretches.isEmpty() && entries.isEmpty();
    }

    /** Tells whether its header is all there is of it. */
    boolean isBare() {
        return entries.isEmpty()
                && stretches.size() == 1
                && stretches.getFirst().to() == stretches.getFirst().from() + 1;
    }

    /** Its text with headers of its own, so that it can stand in any file; lines end with line feeds. */
    String text() throws Obstacle {
        List<String> parts = new ArrayList<>();
        if (!entries.isEmpty()) {
            StringBuilder own = new StringBuilder();
            for (TomlStatement entry : entries) {
                own.append(entry.below(file, 2));
            }
            parts.add(header() + "\n" + own);
        }
        for (Stretch stretch : stretches) {
            parts.add(file.lines(stretch.from(), stretch.to()));
        }
        return String.join("\n", parts).replace("\r\n", "\n");
    }

    private String header() {
        return "[" + table + "." + TomlQuotes.key(name) + "]";
    }

    /** The file's text without it. */
    String without() {
        List<Stretch> gone = new ArrayList<>(stretches);
        entries.forEach(entry -> gone.add(new Stretch(entry.first(), entry.end())));
        return Cut.of(file, gone);
    }
}
