package dev.milliner.serve.mcp;

import dev.milliner.answer.DefinitionJson;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Kind;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Shows one definition with the provenance of its values. */
final class ShowTool implements Tool {
    @Override
    public String name() {
        return "show";
    }

    @Override
    public String description() {
        return "Shows one component, image, package, group, distro, repository or test suite: each resolved value with the"
                + " layers that set it, and in which file and line each stands.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.required("name", "Its name."),
                Parameter.text(
                        "kind",
                        "What it is, where a name stands for several things: "
                                + String.join(
                                        ", ",
                                        DefinitionJson.ORDER.stream()
                                                .map(ShowTool::word)
                                                .toList()) + "."));
    }

    @Override
    public JsonNode call(Arguments arguments, ServedTree tree) throws RefusedCall {
        Distro distro = tree.distro();
        String name = arguments.text("name");
        Optional<String> kind = arguments.optional("kind");
        List<Kind> wanted = DefinitionJson.ORDER.stream()
                .filter(one -> kind.isEmpty() || word(one).equals(kind.get()))
                .toList();
        if (wanted.isEmpty()) {
            throw new RefusedCall("There is no kind '" + kind.orElse("") + "'. "
                    + parameters().getLast().description());
        }
        Definition found = wanted.stream()
                .flatMap(one -> distro.definition(one, name).stream())
                .findFirst()
                .orElseThrow(() -> ServedTree.missing(
                        kind.orElse("definition"),
                        name,
                        wanted.stream()
                                .flatMap(one -> distro.names(one).stream())
                                .toList()));
        return DefinitionJson.of(found);
    }

    private static String word(Kind kind) {
        return kind.label().replace(' ', '-');
    }
}
