package dev.milliner.command;

import dev.milliner.distro.Distro;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.UserFolder;
import dev.milliner.image.PlanOptions;
import dev.milliner.review.Clashes;
import dev.milliner.review.ImageContent;
import dev.milliner.review.Merge;
import dev.milliner.review.NotesFile;
import dev.milliner.review.Review;
import dev.milliner.review.ReviewNotes;
import dev.milliner.review.ReviewedState;
import dev.milliner.solve.SolverException;
import dev.milliner.solve.client.PackageSolver;
import dev.milliner.source.ChangedFiles;
import dev.milliner.source.CommitTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells what a change really changes. */
@Command(
        name = "review",
        description = "Tells what a branch, a commit or the working tree really changes, in effect.",
        mixinStandardHelpOptions = true)
final class ReviewCommand implements Callable<Integer> {
    @Option(names = "--from", required = true, paramLabel = "REF", description = "The commit, branch or tag before.")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "REF",
            description = "The commit, branch or tag after (default: the working tree).")
    private @Nullable String to;

    @Option(
            names = "--merge-base",
            description = "Start from where the two parted, so that what came since to --from does not count.")
    private boolean mergeBase;

    @Option(
            names = "--onto",
            paramLabel = "REF",
            description =
                    "Also hold it against a commit, branch or tag as it is now: what both set, what fails together.")
    private @Nullable String onto;

    @Option(names = "--comments", description = "With the comments that were kept of its items in the workbench.")
    private boolean comments;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, markdown, html, json or sarif (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private ReviewFormat format = ReviewFormat.text;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description = "End with status 1 where the change brings errors or problems, or has any effect: errors,"
                    + " problems or effect.")
    private @Nullable ReviewRefusal failOn;

    @Mixin
    private final RepositoryOption repositories = new RepositoryOption();

    @Option(
            names = "--arch",
            paramLabel = "ARCH",
            description = "With --repo: the architecture that images are planned for (default: x86_64).")
    private String architecture = "x86_64";

    @Mixin
    private final TreeOptions options = new TreeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (options.isOfCommit()) {
            throw new ParameterException(spec.commandLine(), "Say --to in place of --at.");
        }
        Review plain = repositories.isGiven() ? withImages(review()) : review();
        Review review = onto == null ? plain : plain.with(clashes(onto, plain.to()));
        PrintWriter out = spec.commandLine().getOut();
        out.print((options.json() ? ReviewFormat.json : format).of(review, notes()));
        out.flush();
        boolean refused = failOn != null && failOn.isMet(review);
        return refused ? CommandLineEntry.AT_FAULT : CommandLineEntry.DONE;
    }

    private Review review() throws IOException {
        Distro before = options.load(mergeBase ? options.mergeBase(from, to == null ? "HEAD" : to) : from);
        Distro after = to == null ? options.load() : options.load(to);
        CommitTree base = (CommitTree) before.tree();
        return Review.of(
                ReviewedState.ofCommit(mergeBase ? "merge base with " + from : from, base.commit(), before),
                state(after),
                ChangedFiles.between(base, after.tree(), Set.of()),
                options.loader());
    }

    /** What does not go together with another line of history, since the two parted. */
    private Clashes clashes(String reference, ReviewedState ours) throws IOException {
        Distro theirs = options.load(reference);
        Distro parting = options.load(options.mergeBase(reference, to == null ? "HEAD" : to));
        CommitTree there = (CommitTree) theirs.tree();
        CommitTree base = (CommitTree) parting.tree();
        return Merge.of(
                ReviewedState.ofCommit("merge base with " + reference, base.commit(), parting),
                ours,
                ReviewedState.ofCommit(reference, there.commit(), theirs),
                ChangedFiles.between(base, ours.distro().tree(), Set.of()),
                ChangedFiles.between(base, there, Set.of()),
                options.loader());
    }

    private ReviewNotes notes() throws IOException {
        return comments ? new NotesFile(UserFolder.STATE.ours(), options.root()).read() : ReviewNotes.NONE;
    }

    /** With what the images that are described otherwise would hold of the repositories given. */
    private Review withImages(Review review) {
        PlanOptions plan = new PlanOptions(repositories.get(spec.commandLine().getErr()), List.of(), architecture);
        try (PackageSolver solver = new PackageSolver()) {
            return review.with(ImageContent.of(review, plan, solver));
        } catch (SolverException failure) {
            throw new UnavailableException(FileTrouble.words(failure));
        }
    }

    private ReviewedState state(Distro after) {
        return to != null && after.tree() instanceof CommitTree commit
                ? ReviewedState.ofCommit(to, commit.commit(), after)
                : ReviewedState.ofWorkingTree(after);
    }
}
