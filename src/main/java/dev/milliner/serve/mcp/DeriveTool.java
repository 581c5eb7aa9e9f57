package dev.milliner.serve.mcp;

import dev.milliner.answer.DeriveJson;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.Recipe;
import dev.milliner.overlay.Sources;
import dev.milliner.overlay.derive.Wish;
import dev.milliner.upstream.FoundSources;
import dev.milliner.upstream.SourceUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Proposes overlays. */
final class DeriveTool implements Tool {

    @Override
    public String name() {
        return "derive";
    }

    @Override
    public String description() {
        return "Proposes the overlays that turn a component's spec, as it comes, into the spec that is given, as tables and as"
                + " TOML, with what no overlay reaches. Nothing is written or fetched.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.required("component", "The component's name."),
                Parameter.required("spec", "The text of the whole spec as it is to be."));
    }

    @Override
    public JsonNode call(Arguments arguments, ServedTree tree) throws RefusedCall {
        String name = arguments.text("component");
        Distro distro = tree.distro();
        Component component = ServedTree.component(distro, name);
        Recipe recipe = Recipe.of(component);
        Sources original = original(distro, component);
        byte[] spec = arguments.text("spec").getBytes(StandardCharsets.UTF_8);
        try {
            return DeriveJson.of(name, Wish.insteadOf(recipe, original, spec).derive());
        } catch (OverlayException impossible) {
            throw new RefusedCall(impossible.reason());
        }
    }

    private static Sources original(Distro distro, Component component) throws RefusedCall {
        try {
            return FoundSources.asTheyComeAtHand(distro, component)
                    .map(FoundSources::sources)
                    .orElseThrow(() -> new RefusedCall("The sources of " + component.name()
                            + " as they come are not at hand. Fetch them in Milliner first."));
        } catch (SourceUnavailableException unavailable) {
            throw new RefusedCall(unavailable.reason());
        }
    }
}
