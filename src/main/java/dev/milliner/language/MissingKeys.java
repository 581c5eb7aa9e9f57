package dev.milliner.language;

import dev.milliner.distro.Shape;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys that a problem asks for: those that its message names and the table does not have. */
final class MissingKeys {
    private MissingKeys() {}

    /** The keys; where the message names none, those that the table cannot do without. */
    static List<Shape.Field> of(Shape.Table shape, TomlEntries entries, String message) {
        List<Shape.Field> unset = shape.fields().stream()
                .filter(field -> !field.isGiven() && !entries.has(List.of(), field.toml(), Span.at(-1)))
                .toList();
        List<Shape.Field> named = unset.stream()
                .filter(field ->
                        message.contains("'" + field.toml() + "'") || message.contains("'" + field.toml() + " = "))
                .toList();
        boolean asks = named.isEmpty() && message.contains("Add");
        return asks ? unset.stream().filter(field -> isRequired(shape, field)).toList() : named;
    }

    private static boolean isRequired(Shape.Table shape, Shape.Field field) {
        return Meanings.of(new Member(shape, field)).map(Meaning::required).orElse(false);
    }

    /** A key as a message writes it, such as {@code 'type = "local"'}; else with a value that stands for one. */
    static String written(Shape.Field field, String message) {
        Matcher told = Pattern.compile("'(" + Pattern.quote(field.toml()) + " = [^']+)'")
                .matcher(message);
        return told.find() ? told.group(1) : TomlQuotes.key(field.toml()) + " = " + value(field.shape());
    }

    private static String value(Shape shape) {
        return switch (shape) {
            case Shape.Text text ->
                "\"" + text.words().map(words -> words.words().getFirst()).orElse("") + "\"";
            case Shape.Flag flag -> "true";
            case Shape.OptionalFlag flag -> "true";
            case Shape.ListOf list -> "[" + value(list.item()) + "]";
            case Shape.Table table -> braces(table);
            case Shape.OptionalTable optional -> braces(optional.table());
            case Shape.MapOf map -> "{}";
        };
    }

    /** A table with the keys that it needs. */
    private static String braces(Shape.Table table) {
        List<String> needed = table.fields().stream()
                .filter(field -> !field.isGiven() && isRequired(table, field))
                .map(field -> TomlQuotes.key(field.toml()) + " = " + value(field.shape()))
                .toList();
        return needed.isEmpty() ? "{}" : "{ " + String.join(", ", needed) + " }";
    }
}
