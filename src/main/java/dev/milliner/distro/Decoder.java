package dev.milliner.distro;

import dev.milliner.distro.Shape.Field;
import dev.milliner.source.TreePaths;
import dev.milliner.text.NearNames;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the values of a file into values of the format. A key the format does not know and a value of a wrong kind are
 * problems and left out; the rest stays.
 */
final class Decoder {
    private final String file;
    private final String folder;
    private final Problems problems;

    /**
     * A decoder for a file.
     *
     * @param file the file's name in places
     * @param folder the absolute folder that paths in it are relative to
     */
    Decoder(String file, String folder, Problems problems) {
        this.file = file;
        this.folder = folder;
        this.problems = problems;
    }

    TableValue table(Shape.Table shape, TomlTable table) {
        Map<String, Value> fields = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        for (TomlEntry entry : table.entries()) {
            Field field = shape.field(entry.key());
            if (field == null) {
                unknown(shape, entry);
                continue;
            }
            Value value = value(field.shape(), entry.value(), field.path(), field.toml());
            if (value != null) {
                fields.merge(field.toml(), value, Decoder::again);
                keys.put(field.toml(), place(entry.keyRange()));
            }
        }
        return new TableValue(fields, keys, place(table.range()), head(table));
    }

    /** A key that is written twice in different case: of tables all counts, of the rest the last. */
    private static Value again(Value first, Value second) {
        if (!(first instanceof TableValue one) || !(second instanceof TableValue two)) {
            return second;
        }
        Map<String, Value> fields = new LinkedHashMap<>(one.fields());
        two.fields().forEach((key, value) -> fields.merge(key, value, Decoder::again));
        Map<String, Place> keys = new LinkedHashMap<>(one.keys());
        keys.putAll(two.keys());
        return new TableValue(fields, keys, two.place(), two.head());
    }

    private void unknown(Shape.Table shape, TomlEntry entry) {
        String where = shape.name().endsWith("file") ? "the file" : "this " + shape.name();
        String question = NearNames.question(
                shape.fields().stream()
                        .filter(field -> !field.isGiven())
                        .map(Shape.Field::toml)
                        .toList(),
                entry.key());
        problems.error(
                "unknown-key",
                "'" + entry.key() + "' is not a key that " + where + " can have. "
                        + (question.isEmpty() ? "Correct or remove it." : question),
                place(entry.keyRange()));
    }

    private @Nullable Value value(Shape shape, TomlNode node, boolean path, String key) {
        return switch (shape) {
            case Shape.Text text -> text(node, path, key);
            case Shape.Flag flag -> flag(node, key);
            case Shape.OptionalFlag flag -> flag(node, key);
            case Shape.ListOf list -> list(list, node, path, key);
            case Shape.MapOf map -> node instanceof TomlTable table ? map(map, table) : wrong("a table", node, key);
            case Shape.OptionalTable optional -> nested(optional.table(), node, key);
            case Shape.Table table -> nested(table, node, key);
        };
    }

    private @Nullable Value text(TomlNode node, boolean path, String key) {
        if (node instanceof TomlScalar(TomlScalar.Kind kind, Object value, TextRange range)
                && kind == TomlScalar.Kind.STRING) {
            String text = (String) value;
            boolean move = path && !text.isEmpty() && !TreePaths.isAbsolute(text);
            return new TextValue(move ? TreePaths.join(folder, text) : text, place(range));
        }
        return wrong("text in quotes", node, key);
    }

    private @Nullable Value flag(TomlNode node, String key) {
        if (node instanceof TomlScalar(TomlScalar.Kind kind, Object value, TextRange range)
                && kind == TomlScalar.Kind.BOOLEAN) {
            return new FlagValue((Boolean) value, place(range));
        }
        return wrong("true or false", node, key);
    }

    private @Nullable Value list(Shape.ListOf shape, TomlNode node, boolean path, String key) {
        if (node instanceof TomlTable table && !table.isInline() && shape.item() instanceof Shape.Table item) {
            return new ListValue(List.of(table(item, table)), place(table.range()));
        }
        if (!(node instanceof TomlArray array)) {
            return wrong("an array", node, key);
        }
        List<Value> items = new ArrayList<>(array.items().size());
        for (TomlNode item : array.items()) {
            Value value = value(shape.item(), item, path, "an item of " + key);
            if (value != null) {
                items.add(value);
            }
        }
        return new ListValue(List.copyOf(items), place(array.range()));
    }

    private TableValue map(Shape.MapOf shape, TomlTable table) {
        Map<String, Value> fields = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        for (TomlEntry entry : table.entries()) {
            Value value = value(shape.item(), entry.value(), false, entry.key());
            if (value != null) {
                fields.put(entry.key(), value);
                keys.put(entry.key(), place(entry.keyRange()));
            }
        }
        return new TableValue(fields, keys, place(table.range()), head(table));
    }

    private @Nullable Value nested(Shape.Table shape, TomlNode node, String key) {
        return node instanceof TomlTable table ? table(shape, table) : wrong("a table", node, key);
    }

    private @Nullable Value wrong(String wanted, TomlNode node, String key) {
        problems.error(
                "wrong-type",
                named(key) + " must be " + wanted + ", and this is " + article(node.kindName()) + ".",
                place(node.range()));
        return null;
    }

    private static String named(String key) {
        String item = "an item of ";
        return key.startsWith(item) ? "An item of '" + key.substring(item.length()) + "'" : "'" + key + "'";
    }

    private static String article(String kind) {
        return ("aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
    }

    private Place head(TomlTable table) {
        TextRange header = table.header();
        TextRange range = table.range();
        if (header != null) {
            return place(header);
        }
        return place(
                range.line() == range.endLine()
                        ? range
                        : new TextRange(range.line(), range.column(), range.line(), range.column() + 1));
    }

    private Place place(TextRange range) {
        return new Place(file, range);
    }
}
