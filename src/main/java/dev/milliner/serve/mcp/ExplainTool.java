package dev.milliner.serve.mcp;

import dev.milliner.answer.ExplanationJson;
import dev.milliner.build.explain.Explainer;
import dev.milliner.ground.FileTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Says why a build failed. */
final class ExplainTool implements Tool {
    private static final long LARGEST_LOG = 64L << 20;

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String description() {
        return "Says why a build failed, from its log: the cause, the lines where it stands, and what to do. Give the log's"
                + " text, or its path where it lies in the tree.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.text("text", "The log's text."),
                Parameter.text("file", "The log's path from the tree's root, instead of its text."),
                Parameter.text(
                        "tool",
                        "The tool that wrote it; told from the log if not given. One of "
                                + String.join(", ", Explainer.tools()) + "."));
    }

    @Override
    public JsonNode call(Arguments arguments, ServedTree tree) throws RefusedCall {
        Optional<String> tool = arguments.optional("tool");
        if (tool.isPresent() && !Explainer.knows(tool.get())) {
            throw new RefusedCall("No logs of a tool '" + tool.get() + "' are known. "
                    + parameters().getLast().description());
        }
        byte[] log = log(arguments, tree);
        try {
            // What lies beside a log of the tree counts for nothing: it may be a link to anywhere.
            Path copy = Files.createTempFile("milliner-", ".log");
            try {
                Files.write(copy, log);
                return ExplanationJson.of(new Explainer(tool, OptionalInt.empty(), Optional.empty()).explain(copy));
            } finally {
                Files.delete(copy);
            }
        } catch (IOException failure) {
            throw new RefusedCall("The log can't be looked at: " + FileTrouble.words(failure) + ".");
        }
    }

    private static byte[] log(Arguments arguments, ServedTree tree) throws RefusedCall {
        Optional<String> text = arguments.optional("text");
        Optional<String> file = arguments.optional("file");
        if (text.isPresent() == file.isPresent()) {
            throw new RefusedCall("Give the log's text or its file, one of both.");
        }
        return text.isPresent()
                ? text.get().getBytes(StandardCharsets.UTF_8)
                : tree.bytes(file.orElseThrow(), LARGEST_LOG);
    }
}
