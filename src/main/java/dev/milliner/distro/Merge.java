package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays one table over another, as mergo does for azldev: what is not set above leaves what is below, maps join by name
 * with the upper entry whole, lists join end to end or the upper one replaces the lower.
 */
final class Merge {
    /** What becomes of two lists. */
    enum Lists {
        JOIN,
        REPLACE
    }

    private final Lists lists;

    private Merge(Lists lists) {
        this.lists = lists;
    }

    static TableValue join(Shape.Table shape, TableValue below, TableValue above) {
        return new Merge(Lists.JOIN).tables(shape, below, above);
    }

    static TableValue replace(Shape.Table shape, TableValue below, TableValue above) {
        return new Merge(Lists.REPLACE).tables(shape, below, above);
    }

    /**
     * Lays a component table over another. Its {@code overlay-files} replace those below, an empty list included.
     */
    static TableValue components(TableValue below, TableValue above) {
        if (above.fields().isEmpty()) {
            return below;
        }
        TableValue merged = join(Format.COMPONENT, below, above);
        Value files = above.at("overlay-files");
        return files == null ? merged : merged.with("overlay-files", files);
    }

    private TableValue tables(Shape.Table shape, TableValue below, TableValue above) {
        if (below.fields().isEmpty()) {
            return above;
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Shape.Field field : shape.fields()) {
            Value value = values(
                    field.shape(),
                    below.fields().get(field.toml()),
                    above.fields().get(field.toml()));
            if (value != null) {
                fields.put(field.toml(), value);
            }
        }
        return new TableValue(fields, joinedKeys(below, above), above.place(), above.head());
    }

    private static Map<String, Place> joinedKeys(TableValue below, TableValue above) {
        Map<String, Place> keys = new LinkedHashMap<>(below.keys());
        keys.putAll(above.keys());
        return keys;
    }

    private @Nullable Value values(Shape shape, @Nullable Value below, @Nullable Value above) {
        if (below == null || above == null) {
            return above == null ? below : above;
        }
        return switch (shape) {
            case Shape.Text text -> above.isZero() ? below : above;
            case Shape.Flag flag -> above.isZero() ? below : above;
            case Shape.OptionalFlag flag -> above.isZero() ? below : above;
            case Shape.ListOf list -> lists((ListValue) below, (ListValue) above);
            case Shape.MapOf map -> maps((TableValue) below, (TableValue) above);
            case Shape.OptionalTable optional -> tables(optional.table(), (TableValue) below, (TableValue) above);
            case Shape.Table table -> tables(table, (TableValue) below, (TableValue) above);
        };
    }

    private Value lists(ListValue below, ListValue above) {
        if (above.items().isEmpty()) {
            return below;
        }
        if (lists == Lists.REPLACE || below.items().isEmpty()) {
            return above;
        }
        List<Value> joined = new ArrayList<>(below.items());
        joined.addAll(above.items());
        return new ListValue(List.copyOf(joined), above.place());
    }

    private static TableValue maps(TableValue below, TableValue above) {
        Map<String, Value> fields = new LinkedHashMap<>(below.fields());
        fields.putAll(above.fields());
        return new TableValue(fields, joinedKeys(below, above), above.place(), above.head());
    }
}
