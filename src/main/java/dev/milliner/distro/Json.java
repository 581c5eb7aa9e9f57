package dev.milliner.distro;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes values as Go's encoding/json writes azldev's structures. */
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** A table with all its fields; tables in it are written even where they are empty. */
    static ObjectNode table(Shape.Table shape, TableValue table) {
        ObjectNode object = NODES.objectNode();
        for (Shape.Field field : shape.fields()) {
            Value value = table.fields().get(field.toml());
            if (!field.json().isEmpty()) {
                field(object, field, value, table);
            }
        }
        return object;
    }

    private static void field(ObjectNode object, Shape.Field field, @Nullable Value value, TableValue around) {
        if (field.shape() instanceof Shape.Table nested) {
            TableValue table = value instanceof TableValue present ? present : TableValue.empty(around.place());
            object.set(field.json(), table(nested, table));
        } else if (value != null && !leftOut(field, value)) {
            object.set(field.json(), value(field.shape(), value));
        } else if (!field.omitEmpty()) {
            object.set(field.json(), zero(field.shape(), value));
        }
    }

    private static boolean leftOut(Shape.Field field, Value value) {
        return switch (field.shape()) {
            case Shape.OptionalFlag flag -> false;
            case Shape.OptionalTable optional -> false;
            case Shape.MapOf map -> ((TableValue) value).fields().isEmpty();
            case Shape.Text text -> value.isZero();
            case Shape.Flag flag -> value.isZero();
            case Shape.ListOf list -> value.isZero();
            case Shape.Table table -> false;
        };
    }

    private static JsonNode zero(Shape shape, @Nullable Value value) {
        return switch (shape) {
            case Shape.Text text -> NODES.stringNode("");
            case Shape.Flag flag -> NODES.booleanNode(false);
            case Shape.ListOf list -> value == null ? NODES.nullNode() : NODES.arrayNode();
            default -> NODES.nullNode();
        };
    }

    /** A value of a shape. */
    static JsonNode value(Shape shape, Value value) {
        return switch (shape) {
            case Shape.Table table -> table(table, (TableValue) value);
            case Shape.OptionalTable optional -> table(optional.table(), (TableValue) value);
            case Shape.MapOf map -> map(map.item(), (TableValue) value);
            case Shape.ListOf list -> list(list.item(), (ListValue) value);
            case Shape.Text text -> plain(value);
            case Shape.Flag flag -> plain(value);
            case Shape.OptionalFlag flag -> plain(value);
        };
    }

    private static JsonNode map(Shape item, TableValue map) {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, Value> entry : map.fields().entrySet()) {
            object.set(entry.getKey(), value(item, entry.getValue()));
        }
        return object;
    }

    private static JsonNode list(Shape item, ListValue list) {
        ArrayNode array = NODES.arrayNode();
        list.items().forEach(each -> array.add(value(item, each)));
        return array;
    }

    private static JsonNode plain(Value value) {
        return switch (value) {
            case TextValue text -> NODES.stringNode(text.text());
            case FlagValue flag -> NODES.booleanNode(flag.flag());
            case ListValue list -> list(new Shape.Text(), list);
            case TableValue table -> map(new Shape.Text(), table);
        };
    }
}
