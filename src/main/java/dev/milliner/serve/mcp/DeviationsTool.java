package dev.milliner.serve.mcp;

import dev.milliner.review.Deviations;
import dev.milliner.review.DeviationsReport;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists deviations from upstream. */
final class DeviationsTool implements Tool {
    @Override
    public String name() {
        return "deviations";
    }

    @Override
    public String description() {
        return "Lists in what the distro deviates from upstream: overlays, build options, versions and more, each with the"
                + " reason given for it, or none, and where it stands.";
    }

    @Override
    public List<Parameter> parameters() {
        return Page.parameters(Parameter.text("component", "Only those of this component."));
    }

    @Override
    public JsonNode call(Arguments arguments, ServedTree tree) {
        Optional<String> component = arguments.optional("component");
        List<JsonNode> found = DeviationsReport.json(Deviations.of(tree.distro()))
                .valueStream()
                .filter(one ->
                        component.isEmpty() || one.path("component").asString().equals(component.get()))
                .toList();
        return Page.of(arguments, "deviations", found, JsonNodeFactory.instance.objectNode());
    }
}
