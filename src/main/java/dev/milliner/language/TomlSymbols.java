package dev.milliner.language;

import dev.milliner.distro.Shape;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * Tables of a TOML file as symbols.
 *
 * @param path the file
 * @param lines its text
 * @param root what it holds
 */
record TomlSymbols(String path, TextLines lines, Shape.Table root) {
    /**
     * A table.
     *
     * @param header its header
     * @param keys the keys that lead to it
     * @param name how it is called in the table around it
     * @param below the line behind its last one
     * @param children the tables in it
     */
    Symbol symbol(TomlHeader header, List<String> keys, String name, int below, List<Symbol> children) {
        int last = below - 1;
        while (last > header.line() && isBlank(last)) {
            last--;
        }
        TextRange range =
                new TextRange(header.line() + 1, 1, last + 1, lines.line(last).length() + 1);
        Optional<Entity> entity = Stand.at(root, keys)
                .filter(Stand::named)
                .flatMap(Stand::member)
                .flatMap(member -> Entity.inMap(member.field().toml(), keys, keys.getLast()));
        boolean alone = entity.isPresent() && name.equals(String.join(".", keys));
        return new Symbol(
                alone ? keys.getLast() : name,
                entity.map(Entity::kind).orElse(CompletionKind.TABLE),
                detail(header),
                new Place(path, range),
                children);
    }

    private boolean isBlank(int line) {
        String text = lines.line(line).strip();
        return text.isEmpty() || text.startsWith("#");
    }

    private String detail(TomlHeader header) {
        if (!header.list()) {
            return "";
        }
        TomlEntries entries =
                new TomlAround(lines, header.line(), header.path(), Optional.empty(), Optional.of(header)).entries();
        String what = (entries.text("type") + " " + entries.text("tag") + entries.text("filename")).strip();
        return what.isEmpty() ? entries.text("name") : what;
    }
}
