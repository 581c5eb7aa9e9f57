package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of the format, or a map from names to values.
 *
 * @param fields what is set, by TOML name, in the order it is written
 * @param keys where each key is written
 * @param place the table from its header, where it has one, through its last line
 * @param head the part of it to point at when all of it is meant: its header or its first line
 */
record TableValue(Map<String, Value> fields, Map<String, Place> keys, Place place, Place head) implements Value {
    static TableValue empty(Place place) {
        return new TableValue(Map.of(), Map.of(), place, place);
    }

    @Override
    public boolean isZero() {
        for (Value value : fields.values()) {
            if (!value.isZero()) {
                return false;
            }
        }
        return true;
    }

    /** The value at a path of keys, or null where a key is missing. */
    @Nullable
    Value at(String... path) {
        Value value = this;
        for (String key : path) {
            if (!(value instanceof TableValue table)) {
                return null;
            }
            value = table.fields.get(key);
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    /** The text at a path; empty where it is not set, as the format counts it. */
    String text(String... path) {
        return at(path) instanceof TextValue text ? text.text() : "";
    }

    /** The text at a path where it is set to something. */
    Optional<String> optionalText(String... path) {
        return Optional.of(text(path)).filter(text -> !text.isEmpty());
    }

    /** The flag at a path; false where it is not set. */
    boolean flag(String... path) {
        return at(path) instanceof FlagValue flag && flag.flag();
    }

    /** The items of the list at a path; none where it is not set. */
    List<Value> items(String... path) {
        return at(path) instanceof ListValue list ? list.items() : List.of();
    }

    /** The texts of the list at a path. */
    List<String> texts(String... path) {
        return items(path).stream()
                .map(item -> item instanceof TextValue text ? text.text() : "")
                .toList();
    }

    /** The tables of the list at a path. */
    List<TableValue> tables(String... path) {
        return items(path).stream()
                .filter(TableValue.class::isInstance)
                .map(TableValue.class::cast)
                .toList();
    }

    /** The table at a path; an empty one where it is not set. */
    TableValue table(String... path) {
        return at(path) instanceof TableValue table ? table : empty(place);
    }

    /** The tables under the keys of the map at a path. */
    Map<String, TableValue> entries(String... path) {
        Map<String, TableValue> entries = new LinkedHashMap<>();
        table(path).fields.forEach((name, value) -> {
            if (value instanceof TableValue table) {
                entries.put(name, table);
            }
        });
        return entries;
    }

    /** Where the value at a path is written, or the nearest table around it that is. */
    Place placeOf(String... path) {
        TableValue table = this;
        for (String key : path) {
            Value value = table.fields.get(key);
            if (value == null) {
                return table.head;
            }
            if (!(value instanceof TableValue inner)) {
                return value.place();
            }
            table = inner;
        }
        return table.head;
    }

    /** Where a key is written, or the table's place where it is not. */
    Place keyPlace(String key) {
        Place found = keys.get(key);
        return found == null ? place : found;
    }

    /** A copy with one field set. */
    TableValue with(String key, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(fields);
        changed.put(key, value);
        return new TableValue(changed, keys, place, head);
    }
}
