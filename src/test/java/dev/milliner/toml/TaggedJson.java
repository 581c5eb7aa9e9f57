package dev.milliner.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Compares values with toml-test's JSON, where each scalar is an object with its type and value. */
final class TaggedJson {
    private TaggedJson() {}

    static void compare(TomlNode value, JsonNode expected, String where) {
        switch (value) {
            case TomlTable table -> {
                assertThat(expected.isObject()).as(where).isTrue();
                assertThat(table.entries().stream().map(TomlEntry::key).toList())
                        .as(where)
                        .containsExactlyInAnyOrderElementsOf(expected.propertyNames());
                table.entries()
                        .forEach(entry -> compare(entry.value(), expected.get(entry.key()), where + "." + entry.key()));
            }
            case TomlArray array -> {
                assertThat(expected.isArray()).as(where).isTrue();
                assertThat(array.items()).as(where).hasSize(expected.size());
                for (int index = 0; index < expected.size(); index++) {
                    compare(array.items().get(index), expected.get(index), where + "[" + index + "]");
                }
            }
            case TomlScalar scalar -> scalar(scalar, expected, where);
        }
    }

    private static void scalar(TomlScalar scalar, JsonNode expected, String where) {
        String type = expected.get("type").asString();
        String text = expected.get("value").asString();
        assertThat(typeOf(scalar.kind())).as(where).isEqualTo(type);
        switch (scalar.kind()) {
            case STRING -> assertThat(scalar.value()).as(where).isEqualTo(text);
            case INTEGER -> assertThat(scalar.value()).as(where).isEqualTo(Long.parseLong(text));
            case BOOLEAN -> assertThat(scalar.value()).as(where).isEqualTo(Boolean.parseBoolean(text));
            case FLOAT -> assertThat(scalar.value()).as(where).isEqualTo(number(text));
            case OFFSET_DATE_TIME ->
                assertThat(OffsetDateTime.parse(moment(scalar))).as(where).isEqualTo(OffsetDateTime.parse(text));
            case LOCAL_DATE_TIME ->
                assertThat(LocalDateTime.parse(moment(scalar))).as(where).isEqualTo(LocalDateTime.parse(text));
            case LOCAL_DATE -> assertThat(scalar.value()).as(where).isEqualTo(text);
            case LOCAL_TIME ->
                assertThat(LocalTime.parse((String) scalar.value())).as(where).isEqualTo(LocalTime.parse(text));
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "+nan", "-nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    private static String moment(TomlScalar scalar) {
        return ((String) scalar.value()).toUpperCase(Locale.ROOT).replace(' ', 'T');
    }

    private static String typeOf(TomlScalar.Kind kind) {
        return switch (kind) {
            case STRING -> "string";
            case INTEGER -> "integer";
            case BOOLEAN -> "bool";
            case FLOAT -> "float";
            case OFFSET_DATE_TIME -> "datetime";
            case LOCAL_DATE_TIME -> "datetime-local";
            case LOCAL_DATE -> "date-local";
            case LOCAL_TIME -> "time-local";
        };
    }
}
