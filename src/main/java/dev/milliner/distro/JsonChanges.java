package dev.milliner.distro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares the fields of two JSON objects that stand in no file of definitions. */
final class JsonChanges {
    private JsonChanges() {}

    /**
     * The fields that differ, by name.
     *
     * @param path the keys that lead to the objects
     * @param before an object, or what is missing
     * @param after another
     */
    static List<ValueChange> of(String path, JsonNode before, JsonNode after) {
        TreeSet<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        List<ValueChange> found = new ArrayList<>();
        for (String name : names) {
            found.addAll(of(path + "." + name, before.optional(name), after.optional(name)));
        }
        return List.copyOf(found);
    }

    /** A value by itself; nothing where it does not differ. */
    static List<ValueChange> of(String path, Optional<JsonNode> before, Optional<JsonNode> after) {
        return before.equals(after)
                ? List.of()
                : List.of(new ValueChange(path, before, after, Optional.empty(), Optional.empty()));
    }
}
