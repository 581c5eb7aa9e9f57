package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares two tables of one shape, value by value. */
final class TableChanges {
    /** Long lists of names, which are told by who comes and who goes. */
    private static final Set<Shape.Table> GROUPS = Set.of(Format.COMPONENT_GROUP, Format.PACKAGE_GROUP);

    private static final Set<String> MEMBERS = Set.of("components", "packages");

    private final List<ValueChange> found = new ArrayList<>();

    private TableChanges() {}

    /**
     * The values that differ, in the order of the format.
     *
     * @param path the keys that lead to the tables; empty where they are definitions
     */
    static List<ValueChange> of(Shape.Table shape, String path, TableValue before, TableValue after) {
        TableChanges changes = new TableChanges();
        changes.table(shape, path, before, after);
        return List.copyOf(changes.found);
    }

    private void table(Shape.Table shape, String path, @Nullable Value before, @Nullable Value after) {
        for (Shape.Field field : shape.fields()) {
            boolean members = MEMBERS.contains(field.toml()) && GROUPS.contains(shape);
            if (!field.isGiven() && !members) {
                value(
                        field.shape(),
                        Provenance.path(path, field.toml()),
                        field(before, field.toml()),
                        field(after, field.toml()));
            }
        }
    }

    private static @Nullable Value field(@Nullable Value table, String key) {
        return table instanceof TableValue values ? values.fields().get(key) : null;
    }

    @SuppressWarnings("ReferenceEquality") // what was not read anew is the same
    private void value(Shape shape, String path, @Nullable Value before, @Nullable Value after) {
        if (before == after) {
            return;
        }
        switch (shape) {
            case Shape.Table table -> table(table, path, before, after);
            case Shape.OptionalTable optional -> {
                int known = found.size();
                table(optional.table(), path, before, after);
                presence(optional, path, before, after, known);
            }
            case Shape.MapOf map -> map(map.item(), path, before, after);
            case Shape.Text text -> leaf(text, path, said(before), said(after));
            case Shape.Flag flag -> leaf(flag, path, said(before), said(after));
            case Shape.ListOf list -> leaf(list, path, said(before), said(after));
            case Shape.OptionalFlag flag -> leaf(flag, path, before, after);
        }
    }

    private void map(Shape item, String path, @Nullable Value before, @Nullable Value after) {
        Set<String> keys = new LinkedHashSet<>(keys(before));
        keys.addAll(keys(after));
        for (String key : keys) {
            int known = found.size();
            String inner = Provenance.path(path, key);
            value(item, inner, field(before, key), field(after, key));
            presence(item, inner, field(before, key), field(after, key), known);
        }
    }

    private static Set<String> keys(@Nullable Value map) {
        return map instanceof TableValue values ? values.fields().keySet() : Set.of();
    }

    /** What is there without saying anything is more than what is not there. */
    private void presence(Shape shape, String path, @Nullable Value before, @Nullable Value after, int known) {
        if (found.size() == known && (before == null) != (after == null)) {
            leaf(shape, path, before, after);
        }
    }

    private static @Nullable Value said(@Nullable Value value) {
        return value == null || value.isZero() ? null : value;
    }

    private void leaf(Shape shape, String path, @Nullable Value before, @Nullable Value after) {
        if (!same(before, after)) {
            found.add(new ValueChange(
                    path, json(shape, before), json(shape, after), place(before, after), place(after, before)));
        }
    }

    private static boolean same(@Nullable Value before, @Nullable Value after) {
        return before == null ? after == null : SameValues.values(before, after);
    }

    private static Optional<JsonNode> json(Shape shape, @Nullable Value value) {
        return Optional.ofNullable(value).map(given -> Json.value(shape, given));
    }

    /** Where a value is written; of a list the first item that the other has not. */
    private static Optional<Place> place(@Nullable Value value, @Nullable Value other) {
        List<Value> others = other instanceof ListValue list ? list.items() : List.of();
        return Optional.ofNullable(value)
                .map(given -> given instanceof ListValue list
                        ? list.items().stream()
                                .filter(item -> others.stream().noneMatch(one -> SameValues.values(item, one)))
                                .findFirst()
                                .map(Value::place)
                                .orElse(list.place())
                        : given.place())
                .filter(place -> !place.file().isEmpty());
    }
}
