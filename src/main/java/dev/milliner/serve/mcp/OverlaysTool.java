package dev.milliner.serve.mcp;

import dev.milliner.answer.OverlaysJson;
import dev.milliner.answer.ProblemJson;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayResult;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what a component's overlays do. */
final class OverlaysTool implements Tool {
    @Override
    public String name() {
        return "overlays";
    }

    @Override
    public String description() {
        return "Applies the overlays of a component one by one to the sources that are at hand, and says what each changes,"
                + " what fails and why, and what is doubtful. Nothing is fetched.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.required("component", "The component's name."));
    }

    @Override
    public JsonNode call(Arguments arguments, ServedTree tree) throws RefusedCall {
        OverlayResult result = applied(arguments.text("component"), tree);
        ObjectNode node = OverlaysJson.of(overlaid(result));
        ArrayNode problems = node.putArray("problems");
        result.problems().forEach(problem -> problems.add(ProblemJson.of(problem)));
        return node;
    }

    static OverlayResult applied(String name, ServedTree tree) throws RefusedCall {
        Distro distro = tree.distro();
        Component component = ServedTree.component(distro, name);
        return tree.overlays().of(distro, component);
    }

    static OverlaidComponent overlaid(OverlayResult result) throws RefusedCall {
        OverlaidComponent overlaid = result.overlaid();
        if (overlaid == null) {
            throw new RefusedCall(result.unavailable());
        }
        return overlaid;
    }
}
