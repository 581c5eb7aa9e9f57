package dev.milliner.refactor;

import java.util.ArrayList;
import java.util.List;

/**
 * The definitions of one kind in a file, from top to bottom, each with a header of its own.
 *
 * @param file the file
 * @param rows the definitions
 */
record DefinitionList(TomlFile file, List<DefinitionRow> rows) {
    static DefinitionList of(TomlFile file, String table) {
        List<DefinitionRow> rows = new ArrayList<>();
        String open = "";
        for (TomlBlock block : file.blocks()) {
            boolean defines =
                    block.path().size() >= 2 && block.path().getFirst().equals(table);
            String name = defines ? block.path().get(1) : "";
            if (defines && name.equals(open)) {
                rows.add(new DefinitionRow(name, rows.removeLast().from(), block.content()));
            } else if (defines) {
                rows.add(new DefinitionRow(name, block.first(), block.content()));
            }
            open = name;
        }
        return new DefinitionList(file, List.copyOf(rows));
    }

    List<String> names() {
        return rows.stream().map(DefinitionRow::name).toList();
    }

    /**
     * The file's text with another definition in it: where the order of the names has it, else at the end.
     *
     * @param text its lines, each with a line feed
     */
    String with(String name, String text) {
        int at =
                NameOrder.of(names()).map(order -> order.placeOf(name, names())).orElse(rows.size());
        boolean bare = text.indexOf('\n') == text.length() - 1;
        if (rows.isEmpty()) {
            boolean blank = file.end() == 0 || file.isBlank(file.end() - 1);
            return file.with(file.end(), (blank ? "" : "\n") + text);
        }
        boolean tightAbove = at > 0 && bare && rows.get(at - 1).isBare();
        boolean tightBelow = at < rows.size() && bare && rows.get(at).isBare();
        if (at == 0 || (tightBelow && !tightAbove)) {
            return file.with(rows.get(at).from(), text + (tightBelow ? "" : "\n"));
        }
        int line = rows.get(at - 1).to();
        boolean follows = line < file.end() && !file.isBlank(line);
        return file.with(line, (tightAbove ? "" : "\n") + text + (follows && !tightBelow && !tightAbove ? "\n" : ""));
    }
}
