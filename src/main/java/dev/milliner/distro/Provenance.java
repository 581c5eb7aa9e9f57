package dev.milliner.distro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds for each value of a merged table the layers that set it. */
final class Provenance {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

    private final List<ResolvedValue> found = new ArrayList<>();

    private Provenance() {}

    /** The values of a merged table with their layers, in the order of the format. */
    static List<ResolvedValue> of(Shape.Table shape, TableValue merged, List<NamedLayer> layers) {
        Provenance provenance = new Provenance();
        Map<String, Value> contributions = new LinkedHashMap<>();
        int number = 0;
        for (NamedLayer layer : layers) {
            contributions.put(number++ + "\0" + layer.name(), layer.table());
        }
        provenance.table(shape, "", merged, contributions);
        return List.copyOf(provenance.found);
    }

    private void table(Shape.Table shape, String path, TableValue merged, Map<String, Value> layers) {
        for (Shape.Field field : shape.fields()) {
            if (!field.isGiven()) {
                descend(field.shape(), path, field.toml(), merged, layers);
            }
        }
    }

    private void descend(Shape shape, String path, String key, TableValue merged, Map<String, Value> layers) {
        Value value = merged.fields().get(key);
        if (value != null) {
            value(shape, path(path, key), value, under(layers, key));
        }
    }

    /** A path with one more key, which is quoted where TOML would need it. */
    static String path(String path, String key) {
        String name = BARE.matcher(key).matches() ? key : "'" + key + "'";
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Map<String, Value> under(Map<String, Value> layers, String key) {
        Map<String, Value> under = new LinkedHashMap<>();
        layers.forEach((name, table) -> {
            @Nullable
            Value value = table instanceof TableValue values ? values.fields().get(key) : null;
            if (value != null) {
                under.put(name, value);
            }
        });
        return under;
    }

    private void value(Shape shape, String path, Value value, Map<String, Value> layers) {
        switch (shape) {
            case Shape.Table table -> table(table, path, (TableValue) value, layers);
            case Shape.OptionalTable optional -> table(optional.table(), path, (TableValue) value, layers);
            case Shape.MapOf map ->
                ((TableValue) value)
                        .fields()
                        .keySet()
                        .forEach(key -> descend(map.item(), path, key, (TableValue) value, layers));
            case Shape.ListOf(Shape.Table item) -> items(item, path, (ListValue) value, layers);
            case Shape.ListOf list -> leaf(shape, path, value, layers);
            case Shape.Text text -> leaf(shape, path, value, layers);
            case Shape.Flag flag -> leaf(shape, path, value, layers);
            case Shape.OptionalFlag flag -> leaf(shape, path, value, layers);
        }
    }

    private void items(Shape.Table item, String path, ListValue list, Map<String, Value> layers) {
        int index = 0;
        for (Value each : list.items()) {
            JsonNode json = Json.value(item, each);
            List<Layer> from = new ArrayList<>();
            layers.forEach((name, value) -> {
                if (value instanceof ListValue(List<Value> items, var place)
                        && items.stream().anyMatch(one -> one.place().equals(each.place()))) {
                    from.add(layer(name, each, json));
                }
            });
            found.add(new ResolvedValue(path + "[" + index++ + "]", json, List.copyOf(from)));
        }
    }

    private void leaf(Shape shape, String path, Value value, Map<String, Value> layers) {
        boolean said = shape instanceof Shape.OptionalFlag || !value.isZero();
        if (!said) {
            return;
        }
        List<Layer> from = new ArrayList<>();
        layers.forEach((name, each) -> {
            if (shape instanceof Shape.OptionalFlag || !each.isZero()) {
                from.add(layer(name, each, Json.value(shape, each)));
            }
        });
        found.add(new ResolvedValue(path, Json.value(shape, value), List.copyOf(from)));
    }

    private static Layer layer(String name, Value value, JsonNode json) {
        String file = value.place().file();
        int line = file.isEmpty() ? 0 : value.place().range().line();
        return new Layer(name.substring(name.indexOf('\0') + 1), file, line, json);
    }
}
