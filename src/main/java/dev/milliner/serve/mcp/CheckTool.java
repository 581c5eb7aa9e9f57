package dev.milliner.serve.mcp;

import dev.milliner.answer.ProblemJson;
import dev.milliner.answer.TreeProblems;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists problems. */
final class CheckTool implements Tool {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String description() {
        return "Lists what is wrong in the distro's definitions and its images' descriptions, each problem with its file, line, and what to do. Lines and"
                + " columns count from 1. A problem that follows only from another names it as its cause.";
    }

    @Override
    public List<Parameter> parameters() {
        return Page.parameters(
                Parameter.text("file", "Only the problems of this file, by its path from the tree's root."));
    }

    @Override
    public JsonNode call(Arguments arguments, ServedTree tree) {
        Optional<String> file = arguments.optional("file");
        List<JsonNode> problems = ProblemJson.of(TreeProblems.of(tree.distro()))
                .valueStream()
                .filter(problem ->
                        file.isEmpty() || problem.path("file").asString().equals(file.get()))
                .toList();
        return Page.of(arguments, "problems", problems, JsonNodeFactory.instance.objectNode());
    }
}
