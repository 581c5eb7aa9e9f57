package dev.milliner.serve.mcp;

import dev.milliner.answer.ReviewJson;
import dev.milliner.distro.Distro;
import dev.milliner.ground.FileTrouble;
import dev.milliner.review.Review;
import dev.milliner.review.ReviewedState;
import dev.milliner.source.ChangedFiles;
import dev.milliner.source.CommitTree;
import dev.milliner.source.OutsideFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what a branch, a commit or the working tree changes in effect. */
final class ReviewTool implements Tool {
    /** The lists that may be long; the one that is asked for comes in parts. */
    private static final List<String> LONG = List.of("components", "packages");

    @Override
    public String name() {
        return "review";
    }

    @Override
    public String description() {
        return "Compares two states of the distro by what they resolve to: a sentence that sums it up, edits that many definitions"
                + " follow, components or packages with the values that differ, images, groups, prepared sources, what each changed"
                + " file has an effect on, and problems that come and go.";
    }

    @Override
    public List<Parameter> parameters() {
        return Page.parameters(
                Parameter.required("from", "The commit, branch or tag before."),
                Parameter.text("to", "The commit, branch or tag after; the working tree if not given."),
                Parameter.text("list", "Which of the long lists to give: components, if not given, or packages."));
    }

    @Override
    public JsonNode call(Arguments arguments, ServedTree tree) throws RefusedCall {
        String list = arguments.optional("list").orElse(LONG.getFirst());
        if (!LONG.contains(list)) {
            throw new RefusedCall("The argument 'list' must be one of " + String.join(", ", LONG) + ".");
        }
        try (CommitTree base = commit(tree, arguments.text("from"))) {
            Optional<String> to = arguments.optional("to");
            if (to.isEmpty()) {
                return answer(arguments, tree, base, ReviewedState.ofWorkingTree(tree.distro()), list);
            }
            try (CommitTree after = commit(tree, to.get())) {
                Distro distro = tree.distro(after);
                return answer(arguments, tree, base, ReviewedState.ofCommit(to.get(), after.commit(), distro), list);
            }
        } catch (IOException broken) {
            throw new RefusedCall(FileTrouble.words(broken));
        }
    }

    private static CommitTree commit(ServedTree tree, String reference) throws IOException {
        return CommitTree.open(tree.tree().root(), reference, OutsideFiles.UNSEEN);
    }

    private static JsonNode answer(
            Arguments arguments, ServedTree tree, CommitTree base, ReviewedState after, String list)
            throws IOException {
        ReviewedState before = ReviewedState.ofCommit(arguments.text("from"), base.commit(), tree.distro(base));
        Review review = Review.of(
                before, after, ChangedFiles.between(base, after.distro().tree(), Set.of()), tree.loader());
        ObjectNode whole = ReviewJson.of(review);
        List<JsonNode> all = whole.path(list).valueStream().toList();
        LONG.forEach(whole::remove);
        return Page.of(arguments, list, all, whole);
    }
}
