package dev.milliner.refactor;

import dev.milliner.distro.Difference;
import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the lists of a file in order of which a comment in it asks that they are kept sorted.
 *
 * @param file the file, relative to the tree's root
 */
public record SortLists(String file) implements Refactoring {
    @Override
    public String title() {
        return "Sort what " + file + " asks to keep sorted";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        TomlFile read = draft.file(file);
        Set<Difference> differences = new HashSet<>();
        String sorted = tables(read, read.text());
        boolean asked = asksOfTables(read);
        for (List<String> path : lists(draft.root(file), List.of())) {
            TomlList list = TomlList.at(sorted, path).orElseThrow();
            if (list.asksForOrder()) {
                asked = true;
                String now = list.items().isEmpty() ? sorted : list.sorted();
                if (!now.equals(sorted) && path.size() > 1) {
                    differences.add(Difference.changed(path.getFirst(), path.get(1)));
                }
                sorted = now;
            }
        }
        if (!asked) {
            throw new Obstacle("No comment in " + file + " asks that a list is kept sorted.");
        }
        if (sorted.equals(read.text())) {
            throw new Obstacle("What " + file + " asks to keep sorted is sorted.");
        }
        draft.write(file, sorted);
        return Outcome.of(differences);
    }

    private static boolean asksOfTables(TomlFile file) {
        return asking(file).isPresent();
    }

    /** The last line that asks for an order of the tables below it. */
    private static Optional<Integer> asking(TomlFile file) {
        for (int line = 0; line < file.end(); line++) {
            if (file.asksForOrder(line) && !isOnKey(file, line)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** A comment on a key is about its list. */
    private static boolean isOnKey(TomlFile file, int line) {
        int below = line;
        while (below < file.end() && file.isComment(below)) {
            below++;
        }
        return below < file.end() && !file.isBlank(below) && !file.lines().isHeader(below);
    }

    private static String tables(TomlFile file, String text) {
        Optional<Integer> line = asking(file);
        if (line.isEmpty()) {
            return text;
        }
        record Row(String name, String lines) {}
        List<Row> rows = new ArrayList<>();
        List<TomlBlock> below = file.blocks().stream()
                .filter(block -> block.header() > line.get() && block.path().size() > 1)
                .toList();
        if (below.isEmpty()) {
            return text;
        }
        String table = below.getFirst().path().getFirst();
        int from = below.getFirst().first();
        int to = from;
        for (TomlBlock block : below) {
            if (!block.path().getFirst().equals(table) || block.first() != to) {
                break;
            }
            String name = block.path().get(1);
            String lines = file.lines(block.first(), block.next());
            boolean same = !rows.isEmpty() && rows.getLast().name().equals(name);
            rows.add(same ? new Row(name, rows.removeLast().lines() + lines) : new Row(name, lines));
            to = block.next();
        }
        NameOrder order = NameOrder.nearest(rows.stream().map(Row::name).toList());
        StringBuilder sorted = new StringBuilder(text.substring(0, file.offset(from)));
        rows.stream()
                .sorted((one, other) -> order.comparator().compare(one.name(), other.name()))
                .forEach(row -> sorted.append(row.lines()));
        return sorted.append(text.substring(file.offset(to))).toString();
    }

    private static List<List<String>> lists(TomlTable table, List<String> above) {
        List<List<String>> found = new ArrayList<>();
        for (TomlEntry entry : table.entries()) {
            List<String> path = new ArrayList<>(above);
            path.add(entry.key());
            TomlNode value = entry.value();
            if (value instanceof TomlTable inner && !inner.isInline()) {
                found.addAll(lists(inner, path));
            } else if (value instanceof TomlArray array
                    && array.items().stream().noneMatch(TomlTable.class::isInstance)) {
                found.add(path);
            }
        }
        return found;
    }
}
