package dev.milliner.distro;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An image that the distro builds. */
public final class Image extends TableDefinition {
    private final Optional<String> definition;

    Image(String name, TableValue table, Optional<String> definition, Lazy<List<ResolvedValue>> values) {
        super(Kind.IMAGE, name, table, values);
        this.definition = definition;
    }

    /** Its definition file, relative to the root; absolute where it lies outside. */
    public Optional<String> definitionPath() {
        return definition;
    }

    /** The definition's type, such as {@code kiwi}. */
    public Optional<String> type() {
        return table().optionalText("definition", "type");
    }

    /** The definition's profile. */
    public Optional<String> profile() {
        return table().optionalText("definition", "profile");
    }

    /** The names of the capabilities it is said to have. */
    public List<String> capabilities() {
        return Format.CAPABILITIES.stream()
                .filter(capability -> table().flag("capabilities", capability))
                .toList();
    }

    /** The channels it is published to. */
    public List<String> publishChannels() {
        return table().texts("publish", "channels");
    }

    /** The test suites that apply to it. */
    public List<String> testSuites() {
        return table().tables("tests", "test-suites").stream()
                .map(suite -> suite.text("name"))
                .toList();
    }

    /** The image as {@code azldev image list -O json} prints it. */
    public JsonNode json() {
        ObjectNode whole = Json.table(Format.IMAGE, table());
        ObjectNode listed = JsonNodeFactory.instance.objectNode();
        listed.put("name", name());
        listed.put("description", description());
        for (String key : List.of("capabilities", "tests", "publish")) {
            listed.set(key, whole.get(key));
        }
        ObjectNode definition = listed.putObject("definition");
        definition.put("type", table().text("definition", "type"));
        definition.put("path", table().text("definition", "path"));
        return listed;
    }
}
