package dev.milliner.distro;

import dev.milliner.source.SourceTree;
import dev.milliner.text.Place;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lock files of components: what {@code azldev component update} has pinned. One that is broken counts as none. */
final class Locks {
    private static final String ENDING = ".lock";
    private static final List<String> TEXTS =
            List.of("upstream-commit", "import-commit", "input-fingerprint", "resolution-input-hash");

    private final SourceTree tree;
    private final String folder;
    private final Set<String> names;

    Locks(SourceTree tree, String folder) {
        this.tree = tree;
        this.folder = folder;
        this.names = tree.list(folder).stream().map(SourceTree.Entry::name).collect(Collectors.toSet());
    }

    /** The folder that a project keeps them in, absolute. */
    static String folder(SourceTree tree, TableValue project) {
        String named = project.text("lock-dir");
        return named.isEmpty() ? tree.absolute("locks") : named;
    }

    /** Tells of those that cannot be read. */
    void check(FilePlaces files) {
        for (String name : names) {
            if (name.endsWith(ENDING)) {
                String path = folder + "/" + name;
                files.readable("lock-unreadable", path, Place.startOf(tree.relative(path)));
            }
        }
    }

    /** The lock of a component as azldev's JSON has it. */
    Optional<JsonNode> of(String component) {
        if (!names.contains(component + ENDING)) {
            return Optional.empty();
        }
        return tree.read(folder + "/" + component + ENDING)
                .map(TomlDocument::parse)
                .filter(document -> document.problems().isEmpty())
                .map(TomlDocument::root)
                .filter(table -> number(table, "version") == 1)
                .map(Locks::json);
    }

    private static JsonNode json(TomlTable table) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (String key : TEXTS) {
            if (table.get(key) instanceof TomlScalar scalar
                    && scalar.value() instanceof String text
                    && !text.isEmpty()) {
                json.put(Shape.Field.of(key, new Shape.Text()).json(), text);
            }
        }
        long bump = number(table, "manual-bump");
        if (bump != 0) {
            json.set("manualBump", bump == (int) bump ? json.numberNode((int) bump) : json.numberNode(bump));
        }
        return json;
    }

    private static long number(TomlTable table, String key) {
        return table.get(key) instanceof TomlScalar scalar && scalar.value() instanceof Long number ? number : 0;
    }
}
