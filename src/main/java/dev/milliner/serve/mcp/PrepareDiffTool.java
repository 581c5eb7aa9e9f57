package dev.milliner.serve.mcp;

import dev.milliner.answer.OverlaysJson;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.ground.FileTrouble;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.OverlayApplication;
import dev.milliner.source.CommitTree;
import dev.milliner.source.OutsideFiles;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.RenderedBasis;
import dev.milliner.upstream.RenderedSince;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says how prepared sources differ from those that they are made of. */
final class PrepareDiffTool implements Tool {
    @Override
    public String name() {
        return "prepare_diff";
    }

    @Override
    public String description() {
        return "Prepares a component's sources in memory and gives the lines that differ from the sources as they come; with"
                + " a git commit in 'since', from the spec as it was rendered then. Nothing is written or fetched.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.required("component", "The component's name."),
                Parameter.text("since", "A git commit, branch or tag that has the component's rendered spec."));
    }

    @Override
    public JsonNode call(Arguments arguments, ServedTree tree) throws RefusedCall {
        Optional<String> since = arguments.optional("since");
        return since.isPresent()
                ? since(arguments.text("component"), since.get(), tree)
                : fromSources(arguments.text("component"), tree);
    }

    private static JsonNode fromSources(String name, ServedTree tree) throws RefusedCall {
        OverlaidComponent overlaid = OverlaysTool.overlaid(OverlaysTool.applied(name, tree));
        return json(name, overlaid.basis().label(), overlaid.application(), overlaid.changes());
    }

    private static JsonNode since(String name, String reference, ServedTree tree) throws RefusedCall {
        Distro now = tree.distro();
        Component component = ServedTree.component(now, name);
        try (CommitTree then = CommitTree.open(tree.tree().root(), reference, OutsideFiles.UNSEEN)) {
            RenderedBasis basis = new RenderedBasis(reference, tree.distro(then));
            OverlayApplication applied = RenderedSince.of(now, component, basis).application();
            return json(
                    name,
                    "the spec as it was rendered at " + reference,
                    applied,
                    FileChange.between(applied.original(), applied.result()));
        } catch (SourceUnavailableException unavailable) {
            throw new RefusedCall(unavailable.reason());
        } catch (IOException broken) {
            throw new RefusedCall(FileTrouble.words(broken));
        }
    }

    private static JsonNode json(String name, String from, OverlayApplication applied, List<FileChange> changes) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", name).put("from", from);
        applied.error().ifPresentOrElse(error -> node.put("error", error), () -> node.putNull("error"));
        node.set("changes", OverlaysJson.changes(changes));
        return node;
    }
}
