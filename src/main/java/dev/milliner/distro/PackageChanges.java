package dev.milliner.distro;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares the fields of two packages. */
record PackageChanges(ListedPackage before, ListedPackage after) {
    /** What differs, in the order of azldev's list. */
    List<ValueChange> list() {
        return Stream.of(
                        change("packageGroups", names(before.packageGroups()), names(after.packageGroups())),
                        change("componentGroups", names(before.componentGroups()), names(after.componentGroups())),
                        change("component", text(before.component()), text(after.component())),
                        change("publishChannel", text(before.channel()), text(after.channel())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<JsonNode> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(JsonNodeFactory.instance.stringNode(text));
    }

    private static Optional<JsonNode> names(List<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        names.forEach(array::add);
        return Optional.of(array);
    }

    private Optional<ValueChange> change(String path, Optional<JsonNode> one, Optional<JsonNode> other) {
        return one.equals(other)
                ? Optional.empty()
                : Optional.of(
                        new ValueChange(path, one, other, Optional.of(before.place()), Optional.of(after.place())));
    }
}
