package dev.milliner.serve.mcp;

import dev.milliner.answer.ListJson;
import dev.milliner.distro.Distro;
import dev.milliner.source.Doublestar;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists what the distro defines. */
final class ListTool implements Tool {
    @Override
    public String name() {
        return "list";
    }

    @Override
    public String description() {
        return "Lists the resolved components, images, packages or groups of the distro, or the files it is read from. Long"
                + " lists come in parts; narrow them by a glob for names, by a text that must occur, and by fields.";
    }

    @Override
    public List<Parameter> parameters() {
        return Page.parameters(
                Parameter.oneOf(
                        "what", "What to list.", List.of("components", "images", "packages", "groups", "files")),
                Parameter.text("name", "A glob that names, or paths of files, must match, such as 'python3-*'."),
                Parameter.text(
                        "containing", "A text that must occur somewhere in the resolved values, such as 'rust'."),
                Parameter.text("fields", "The fields to give of each, separated by commas; all if not given."));
    }

    @Override
    public JsonNode call(Arguments arguments, ServedTree tree) throws RefusedCall {
        Optional<String> glob = arguments.optional("name");
        if (glob.isPresent() && !Doublestar.isValid(glob.get())) {
            throw new RefusedCall("'" + glob.get() + "' is no valid glob.");
        }
        Optional<String> text = arguments.optional("containing");
        List<JsonNode> found = listed(arguments.text("what"), tree.distro())
                .valueStream()
                .filter(one -> glob.isEmpty() || Doublestar.matches(glob.get(), nameOf(one)))
                .filter(one -> text.isEmpty() || one.toString().contains(text.get()))
                .toList();
        List<String> fields = arguments
                .optional("fields")
                .map(names -> List.of(names.split("\\s*,\\s*", -1)))
                .orElse(List.of());
        return Page.of(
                arguments,
                arguments.text("what"),
                found.stream().map(one -> only(one, fields)).toList(),
                JsonNodeFactory.instance.objectNode());
    }

    private static ArrayNode listed(String what, Distro distro) {
        return switch (what) {
            case "components" -> ListJson.components(distro);
            case "images" -> ListJson.images(distro);
            case "packages" -> ListJson.packages(distro);
            case "groups" -> ListJson.groups(distro);
            default -> ListJson.files(distro);
        };
    }

    /** What azldev calls a component's, image's or package's name differs in case. */
    private static String nameOf(JsonNode one) {
        return one.isString()
                ? one.asString()
                : one.propertyStream()
                        .filter(field -> field.getKey().equalsIgnoreCase("name")
                                || field.getKey().equalsIgnoreCase("packageName"))
                        .map(field -> field.getValue().asString())
                        .findFirst()
                        .orElse("");
    }

    private static JsonNode only(JsonNode one, List<String> fields) {
        if (fields.isEmpty() || !one.isObject()) {
            return one;
        }
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        fields.stream().filter(one::has).forEach(field -> some.set(field, one.get(field)));
        return some;
    }
}
