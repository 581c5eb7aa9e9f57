package dev.milliner.answer;

import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why an image would hold a package.
 *
 * @param found the package
 * @param chains the shortest ways from what was asked for to it, by name
 * @param leaves what leaves with it, by name
 */
public record PackageReasons(PlannedPackage found, List<List<String>> chains, List<String> leaves) {
    private static final int MOST_CHAINS = 100;

    /** Takes the lists over. */
    public PackageReasons {
        chains = List.copyOf(chains);
        leaves = List.copyOf(leaves);
    }

    /** Finds them in a plan. */
    public static PackageReasons of(ImagePlan plan, PlannedPackage found) {
        int index = plan.packages().indexOf(found);
        List<List<String>> chains = plan.graph().chains(index, MOST_CHAINS).stream()
                .map(chain -> names(plan, chain))
                .toList();
        return new PackageReasons(found, chains, names(plan, plan.leavesWith(index)));
    }

    private static List<String> names(ImagePlan plan, List<Integer> indexes) {
        return indexes.stream().map(one -> plan.packages().get(one).name()).toList();
    }

    /** The same as JSON. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("package", found.nevra().toString());
        node.put("reason", found.reason());
        node.put("addedSize", found.addedSize());
        ArrayNode array = node.putArray("chains");
        chains.forEach(chain -> chain.forEach(array.addArray()::add));
        leaves.forEach(node.putArray("leaves")::add);
        return node;
    }
}
