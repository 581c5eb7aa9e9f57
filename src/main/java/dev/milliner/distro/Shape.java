package dev.milliner.distro;

import java.util.List;

/** The format as data: what a value may look like, under which TOML and JSON names. */
sealed interface Shape {
    /** A text. */
    record Text() implements Shape {}

    /** A boolean that is false where it is not set. */
    record Flag() implements Shape {}

    /** A boolean that knows a third state: not said. */
    record OptionalFlag() implements Shape {}

    /** A list. */
    record ListOf(Shape item) implements Shape {}

    /** A map from free names to values. */
    record MapOf(Shape item) implements Shape {}

    /** A table that may be missing, which is more than being empty. */
    record OptionalTable(Table table) implements Shape {}

    /** A table with fixed keys, in the order the format declares them. */
    record Table(String name, List<Field> fields) implements Shape {}

    /**
     * A key of a table.
     *
     * @param toml its name in files
     * @param json its name in JSON; empty where it is left out there
     * @param omitEmpty whether JSON leaves it out where it is not set
     */
    record Field(String toml, String json, Shape shape, boolean omitEmpty) {}
}
