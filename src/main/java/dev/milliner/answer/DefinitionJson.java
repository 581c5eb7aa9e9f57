package dev.milliner.answer;

import dev.milliner.distro.Definition;
import dev.milliner.distro.Kind;
import dev.milliner.distro.Layer;
import dev.milliner.distro.ResolvedValue;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A definition with where each of its values comes from, as JSON. */
public final class DefinitionJson {
    /** The kinds of which one is looked for: a name can stand for several things, and the first kind that has it counts. */
    public static final List<Kind> ORDER = List.of(
            Kind.COMPONENT,
            Kind.IMAGE,
            Kind.PACKAGE,
            Kind.COMPONENT_GROUP,
            Kind.PACKAGE_GROUP,
            Kind.DISTRO,
            Kind.REPOSITORY,
            Kind.TEST_SUITE);

    private DefinitionJson() {}

    /** Its values, each with the layers that set it. */
    public static ObjectNode of(Definition definition) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", definition.name());
        node.put("kind", definition.kind().label());
        ArrayNode values = node.putArray("values");
        for (ResolvedValue value : definition.values()) {
            ObjectNode object = values.addObject();
            object.put("path", value.path());
            object.set("value", value.value());
            ArrayNode layers = object.putArray("layers");
            for (Layer layer : value.layers()) {
                ObjectNode one = layers.addObject();
                one.put("layer", layer.name()).put("file", layer.file()).put("line", layer.line());
                one.set("value", layer.value());
            }
        }
        return node;
    }
}
