package dev.milliner.serve.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Something that an agent can have done. To add one: write a class that is a {@code Tool}, and add it to {@link Toolbox}. */
interface Tool {
    /** What agents call it: lower case, words joined by underscores. */
    String name();

    /** What it does, in a sentence or two for an agent that has to choose. */
    String description();

    /** What it takes. */
    List<Parameter> parameters();

    /** Whether it changes files. */
    default boolean edits() {
        return false;
    }

    /**
     * Does it.
     *
     * @throws RefusedCall where it can't be done; the message says why and what to do
     */
    JsonNode call(Arguments arguments, ServedTree tree) throws RefusedCall;

    /** What it takes, as JSON Schema. */
    default Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters().forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                parameters().stream()
                        .filter(Parameter::required)
                        .map(Parameter::name)
                        .toList());
        schema.put("additionalProperties", false);
        return schema;
    }
}
