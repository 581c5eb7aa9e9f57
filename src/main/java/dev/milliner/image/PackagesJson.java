package dev.milliner.image;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The packages of a plan as JSON. */
public final class PackagesJson {
    private PackagesJson() {}

    /** The image, its profile and its packages. */
    public static ObjectNode of(ImagePlan plan) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("image", plan.image());
        node.put("profile", plan.profile().orElse(null));
        ArrayNode packages = node.putArray("packages");
        plan.packages().forEach(one -> packages.add(of(one)));
        return node;
    }

    private static ObjectNode of(PlannedPackage one) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", one.name())
                .put("epoch", one.nevra().version().epoch())
                .put("version", one.nevra().version().version())
                .put("release", one.nevra().version().release())
                .put("arch", one.nevra().architecture())
                .put("repo", one.repository())
                .put("size", one.size())
                .put("addedSize", one.addedSize())
                .put("phase", one.phase().label())
                .put("reason", one.reason())
                .put("component", one.component().orElse(null));
        ArrayNode overlays = node.putArray("overlays");
        one.overlays().forEach(overlay -> overlays.add(overlay.type()));
        return node;
    }
}
