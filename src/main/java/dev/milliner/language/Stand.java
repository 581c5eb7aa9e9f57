package dev.milliner.language;

import dev.milliner.distro.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What keys lead to in the format.
 *
 * @param shape what a value there looks like
 * @param member the key of a table that was followed last, be it to a map one of whose names was followed then
 * @param named whether the last key is a free name of a map
 */
record Stand(Shape shape, Optional<Member> member, boolean named) {
    /** What a path of keys leads to; empty where the format has no such key. Lists are gone through as their items are. */
    static Optional<Stand> at(Shape.Table root, List<String> path) {
        Optional<Stand> stand = Optional.of(new Stand(root, Optional.empty(), false));
        for (String key : path) {
            stand = stand.flatMap(one -> one.under(key));
        }
        return stand;
    }

    private Optional<Stand> under(String key) {
        return switch (item(shape)) {
            case Shape.Table table ->
                Optional.ofNullable(table.field(key))
                        .map(field -> new Stand(field.shape(), Optional.of(new Member(table, field)), false));
            case Shape.OptionalTable optional -> new Stand(optional.table(), member, named).under(key);
            case Shape.MapOf map -> Optional.of(new Stand(map.item(), member, true));
            case Shape.ListOf list -> Optional.empty();
            case Shape.Text text -> Optional.empty();
            case Shape.Flag flag -> Optional.empty();
            case Shape.OptionalFlag flag -> Optional.empty();
        };
    }

    /** What an item of a list looks like; anything else as it is. */
    static Shape item(Shape shape) {
        return shape instanceof Shape.ListOf list ? list.item() : shape;
    }

    /** The table there, or that of the list's items. */
    Optional<Shape.Table> table() {
        return switch (item(shape)) {
            case Shape.Table table -> Optional.of(table);
            case Shape.OptionalTable optional -> Optional.of(optional.table());
            case Shape.MapOf map -> Optional.empty();
            case Shape.ListOf list -> Optional.empty();
            case Shape.Text text -> Optional.empty();
            case Shape.Flag flag -> Optional.empty();
            case Shape.OptionalFlag flag -> Optional.empty();
        };
    }

    /** What a value looks like, in words. */
    static String words(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> "text";
            case Shape.Flag flag -> "true or false";
            case Shape.OptionalFlag flag -> "true, false or not said";
            case Shape.Table table -> "table";
            case Shape.OptionalTable table -> "table";
            case Shape.MapOf map -> map.item() instanceof Shape.Text ? "texts by name" : "tables by name";
            case Shape.ListOf list -> list.item() instanceof Shape.Text ? "list of texts" : "list of tables";
        };
    }

    /** Tells whether a header can lead to it or through it. */
    static boolean isTable(Shape shape) {
        return switch (item(shape)) {
            case Shape.Table table -> true;
            case Shape.OptionalTable table -> true;
            case Shape.MapOf map -> true;
            case Shape.ListOf list -> false;
            case Shape.Text text -> false;
            case Shape.Flag flag -> false;
            case Shape.OptionalFlag flag -> false;
        };
    }
}
