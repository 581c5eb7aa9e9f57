package dev.milliner.serve.mcp;

import dev.milliner.answer.ProblemJson;
import dev.milliner.answer.TreeProblems;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.ground.FileSave;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.UserFolder;
import dev.milliner.source.BoundedFile;
import dev.milliner.source.BufferTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes the text of one file of the tree, where the distro is as sound afterwards as before. */
final class EditTool implements Tool {
    @Override
    public String name() {
        return "edit_file";
    }

    @Override
    public String description() {
        return "Replaces a text that stands once in a file of the tree by another; without 'old' it writes a new file. The"
                + " distro is resolved with the change first: where that brings errors, nothing is written and they are"
                + " told.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.required("file", "The file's path from the tree's root."),
                Parameter.text("old", "The text that goes, as it stands in the file, once."),
                Parameter.required("new", "The text that comes in its place, or the new file's text."));
    }

    @Override
    public boolean edits() {
        return true;
    }

    @Override
    public JsonNode call(Arguments arguments, ServedTree tree) throws RefusedCall {
        String name = arguments.text("file");
        Path file = tree.file(name);
        String after = after(arguments, name, file, tree);
        List<Problem> before = TreeProblems.of(tree.distro()).all();
        List<Problem> now = new ArrayList<>(TreeProblems.of(tree.distro(
                        new BufferTree(tree.tree(), Map.of(tree.tree().relative(name), after))))
                .all());
        before.forEach(known -> removeSame(known, now));
        if (now.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            throw new RefusedCall("Nothing was written, as the change brings errors: " + json(now));
        }
        write(file, name, after);
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("file", name).put("written", true);
        node.set("newProblems", json(now));
        return node;
    }

    private static String after(Arguments arguments, String name, Path file, ServedTree tree) throws RefusedCall {
        Optional<String> old = arguments.optional("old");
        String text = arguments.optional("new").orElse("");
        if (old.isEmpty()) {
            if (Files.exists(file)) {
                throw new RefusedCall("'" + name + "' is there already. Say in 'old' which text of it goes.");
            }
            return text;
        }
        String before = decoded(tree.bytes(name, BoundedFile.LARGEST_TEXT), name);
        int at = before.indexOf(old.get());
        if (at < 0) {
            throw new RefusedCall("The text does not stand in '" + name + "' as given.");
        }
        if (before.indexOf(old.get(), at + 1) >= 0) {
            throw new RefusedCall("The text stands more than once in '" + name + "'. Give more of what is around it.");
        }
        return before.substring(0, at) + text + before.substring(at + old.get().length());
    }

    private static String decoded(byte[] bytes, String name) throws RefusedCall {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            throw new RefusedCall("'" + name + "' is no UTF-8 text.");
        }
    }

    /** An edit moves problems that were there before. */
    private static void removeSame(Problem known, List<Problem> from) {
        from.stream()
                .filter(problem -> problem.code().equals(known.code())
                        && problem.message().equals(known.message())
                        && problem.place().file().equals(known.place().file()))
                .findFirst()
                .ifPresent(from::remove);
    }

    private static void write(Path file, String name, String text) throws RefusedCall {
        try {
            FileSave.of(UserFolder.STATE.ours()).write(file, text);
        } catch (IOException failure) {
            throw new RefusedCall(FileTrouble.words(name, "can't be written", failure) + ".");
        }
    }

    private static ArrayNode json(List<Problem> problems) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        problems.forEach(problem -> array.add(ProblemJson.of(problem)));
        return array;
    }
}
