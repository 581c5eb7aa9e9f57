package dev.milliner.serve.mcp;

import dev.milliner.answer.PlanJson;
import dev.milliner.image.ImagePlan;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what an image would hold. */
final class ImagePackagesTool implements Tool {
    @Override
    public String name() {
        return "image_packages";
    }

    @Override
    public String description() {
        return "Says which packages an image would hold, as KIWI would install them, each with its size, why it is there, and"
                + " what installing it adds; and what stands in the way.";
    }

    @Override
    public List<Parameter> parameters() {
        return Page.parameters(ImagePlans.parameters().toArray(Parameter[]::new));
    }

    @Override
    public JsonNode call(Arguments arguments, ServedTree tree) throws RefusedCall {
        ImagePlan plan = ImagePlans.of(arguments, tree);
        ObjectNode node = PlanJson.of(plan);
        List<JsonNode> packages = node.path("packages").valueStream().toList();
        return Page.of(arguments, "packages", packages, node);
    }
}
