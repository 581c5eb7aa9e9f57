package dev.milliner.language;

import dev.milliner.distro.Format;
import dev.milliner.distro.Shape;
import dev.milliner.source.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a project's own {@code azldev.schema.json} says, where it keeps one: it may know more keys and words than we do. */
final class ProjectSchema {
    private static final List<String> PLACES =
            List.of("azldev.schema.json", "schemas/azldev.schema.json", "external/schemas/azldev.schema.json");

    private final JsonNode root;

    /**
     * A key that the schema has.
     *
     * @param words what its value looks like
     * @param description what the schema says of it
     * @param values what its value may be, where the schema lists that
     */
    record Key(String words, String description, List<String> values) {
        List<HoverPart> parts() {
            List<HoverPart> parts = new ArrayList<>();
            if (!description.isEmpty()) {
                parts.add(new HoverPart.Paragraph(description));
            }
            parts.add(
                    new HoverPart.Facts(List.of(new HoverPart.Fact("Known from", "the project's azldev.schema.json"))));
            return parts;
        }
    }

    private ProjectSchema(JsonNode root) {
        this.root = root;
    }

    /** The schema that a tree keeps; one that says nothing where it keeps none that can be read. */
    static ProjectSchema of(SourceTree tree, TextMemory texts) {
        return new ProjectSchema(PLACES.stream()
                .map(tree::read)
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> texts.of("schema", text, ProjectSchema::read))
                .orElse(MissingNode.getInstance()));
    }

    private static JsonNode read(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException broken) {
            return MissingNode.getInstance();
        }
    }

    /** The keys of the table that a path leads to. */
    Map<String, Key> keys(Shape.Table format, List<String> path) {
        if (!format.equals(Format.FILE)) {
            return Map.of();
        }
        Map<String, Key> keys = new LinkedHashMap<>();
        at(path).path("properties").properties().forEach(entry -> keys.put(entry.getKey(), key(entry.getValue())));
        return keys;
    }

    /** The key that a path leads to. */
    Optional<Key> key(Shape.Table format, List<String> path) {
        return path.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                        keys(format, path.subList(0, path.size() - 1)).get(path.getLast()));
    }

    private JsonNode at(List<String> path) {
        JsonNode node = resolved(root);
        for (String key : path) {
            JsonNode property = node.path("properties").path(key);
            node = resolved(property.isMissingNode() ? node.path("additionalProperties") : property);
            node = node.has("items") ? resolved(node.path("items")) : node;
        }
        return node;
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : node;
    }

    private Key key(JsonNode node) {
        JsonNode inner = node.has("items") ? resolved(node.path("items")) : resolved(node);
        List<String> values = new ArrayList<>();
        inner.path("enum").forEach(value -> values.add(value.asString("")));
        values.removeIf(String::isEmpty);
        String type = resolved(node).path("type").asString("");
        return new Key(type, node.path("description").asString(""), List.copyOf(values));
    }
}
