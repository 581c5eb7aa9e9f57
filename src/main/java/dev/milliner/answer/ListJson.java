package dev.milliner.answer;

import dev.milliner.distro.ComponentGroup;
import dev.milliner.distro.Distro;
import dev.milliner.distro.PackageGroup;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a distro defines, one after another, as JSON with azldev's fields. */
public final class ListJson {
    private ListJson() {}

    /** The resolved components. */
    public static ArrayNode components(Distro distro) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        distro.components().values().forEach(component -> array.add(component.json()));
        return array;
    }

    /** The images. */
    public static ArrayNode images(Distro distro) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        distro.images().values().forEach(image -> array.add(image.json()));
        return array;
    }

    /** The packages that the tree names. */
    public static ArrayNode packages(Distro distro) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        distro.packages().values().forEach(listed -> array.add(listed.json()));
        return array;
    }

    /** The files that the distro was read from. */
    public static ArrayNode files(Distro distro) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        distro.files().forEach(array::add);
        return array;
    }

    /** The groups of components, then those of packages. */
    public static ArrayNode groups(Distro distro) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ComponentGroup group : distro.componentGroups().values()) {
            ObjectNode node = group(array, group.name(), "component group", group.description());
            group.components().forEach(node.putArray("members")::add);
        }
        for (PackageGroup group : distro.packageGroups().values()) {
            ObjectNode node = group(array, group.name(), "package group", group.description());
            group.packages().forEach(node.putArray("members")::add);
        }
        return array;
    }

    private static ObjectNode group(ArrayNode array, String name, String kind, String description) {
        return array.addObject().put("name", name).put("kind", kind).put("description", description);
    }
}
