package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A binary package that the tree names, in a package group or under a component.
 *
 * @param name its name
 * @param packageGroups the package groups that list it; at most one in a sound tree
 * @param componentGroups the component groups of its component
 * @param component the component it is counted to, or empty
 * @param channel the publish channel it resolves to, or empty
 * @param place where it is listed first
 * @param source works out its values
 */
public record ListedPackage(
        String name,
        List<String> packageGroups,
        List<String> componentGroups,
        String component,
        String channel,
        Place place,
        Supplier<List<ResolvedValue>> source)
        implements Definition {
    @Override
    public Kind kind() {
        return Kind.PACKAGE;
    }

    @Override
    public List<ResolvedValue> values() {
        return source.get();
    }

    /** The package as {@code azldev package list -O json} prints it. */
    public JsonNode json() {
        ObjectNode listed = JsonNodeFactory.instance.objectNode();
        listed.put("packageName", name);
        listed.put("type", "rpm");
        packageGroups.forEach(listed.putArray("packageGroups")::add);
        componentGroups.forEach(listed.putArray("componentGroups")::add);
        listed.put("component", component);
        listed.put("publishChannel", channel);
        return listed;
    }
}
