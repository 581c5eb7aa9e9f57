package dev.milliner.search;

import dev.milliner.distro.Format;
import dev.milliner.distro.Shape;
import dev.milliner.text.NearNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that a query can ask for: those of definitions in the format, and a few of its own. */
final class QueryKeys {
    /** What every definition has: its name, what it is, the groups it is in, and the file that defines it. */
    static final List<String> OWN = List.of("name", "kind", "group", "file");

    private static final List<String> TABLES =
            List.of("components", "images", "component-groups", "package-groups", "distros", "test-suites");

    private QueryKeys() {}

    /** The keys of a path, where some definition can have it. */
    static List<String> known(QueryToken path) throws QueryFault {
        List<String> keys = List.of(path.text().split("\\.", -1));
        if (OWN.contains(path.text())
                || path.text().startsWith("publish.")
                || path.text().equals("channel")) {
            return keys;
        }
        Set<String> near = new LinkedHashSet<>();
        for (String table : TABLES) {
            if (leads(item(table), keys, 0, near)) {
                return keys;
            }
        }
        near.removeIf(other -> !leads(List.of(other.split("\\.", -1))));
        near.addAll(OWN);
        String question = NearNames.question(near, path.text());
        throw new QueryFault(("No definition can have the key '" + path.text() + "'. " + question).strip(), path.at());
    }

    private static boolean leads(List<String> keys) {
        return TABLES.stream().anyMatch(table -> leads(item(table), keys, 0, new LinkedHashSet<>()));
    }

    private static Shape item(String table) {
        Shape.Field field = Format.FILE.field(table);
        return field != null && field.shape() instanceof Shape.MapOf map ? map.item() : new Shape.Flag();
    }

    private static boolean leads(Shape shape, List<String> keys, int at, Set<String> near) {
        if (at == keys.size()) {
            return true;
        }
        return switch (shape) {
            case Shape.Table table -> inTable(table, keys, at, near);
            case Shape.OptionalTable optional -> inTable(optional.table(), keys, at, near);
            case Shape.MapOf map -> leads(map.item(), keys, at + 1, near);
            case Shape.ListOf list -> leads(list.item(), keys, at, near);
            case Shape.Text text -> false;
            case Shape.Flag flag -> false;
            case Shape.OptionalFlag flag -> false;
        };
    }

    private static boolean inTable(Shape.Table table, List<String> keys, int at, Set<String> near) {
        Shape.@Nullable Field field = table.field(keys.get(at));
        if (field == null) {
            table.fields().stream().filter(one -> !one.isGiven()).forEach(one -> {
                List<String> other = new ArrayList<>(keys);
                other.set(at, one.toml());
                near.add(String.join(".", other));
            });
            return false;
        }
        return leads(field.shape(), keys, at + 1, near);
    }
}
