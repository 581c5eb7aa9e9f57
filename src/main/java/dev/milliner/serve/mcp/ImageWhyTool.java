package dev.milliner.serve.mcp;

import dev.milliner.answer.PackageReasons;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.text.NearNames;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Says why an image would hold a package. */
final class ImageWhyTool implements Tool {
    @Override
    public String name() {
        return "image_why";
    }

    @Override
    public String description() {
        return "Says why an image would hold a package: the shortest chains from what was asked for to it, and what leaves the"
                + " image with it.";
    }

    @Override
    public List<Parameter> parameters() {
        return ImagePlans.parameters(Parameter.required("package", "The package's name."));
    }

    @Override
    public JsonNode call(Arguments arguments, ServedTree tree) throws RefusedCall {
        String wanted = arguments.text("package");
        ImagePlan plan = ImagePlans.of(arguments, tree);
        PlannedPackage found = plan.find(wanted)
                .orElseThrow(() -> new RefusedCall("The image would not hold '" + wanted + "'. "
                        + NearNames.question(
                                plan.packages().stream()
                                        .map(PlannedPackage::name)
                                        .toList(),
                                wanted)));
        return PackageReasons.of(plan, found).json();
    }
}
