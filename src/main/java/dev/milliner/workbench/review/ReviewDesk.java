package dev.milliner.workbench.review;

import dev.milliner.distro.Distro;
import dev.milliner.ground.FileTrouble;
import dev.milliner.review.Clashes;
import dev.milliner.review.Merge;
import dev.milliner.review.Review;
import dev.milliner.review.ReviewedState;
import dev.milliner.review.SourceMemory;
import dev.milliner.review.Story;
import dev.milliner.source.ChangedFile;
import dev.milliner.source.ChangedFiles;
import dev.milliner.source.CommitTree;
import dev.milliner.source.DiskHashes;
import dev.milliner.source.TreePaths;
import dev.milliner.source.WorkTreeState;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Reviews the files as they are against a commit, each time they resolve anew. The commit is read once. */
public final class ReviewDesk implements AutoCloseable {
    /** What the edit does to the overlay in focus comes before what the whole branch does. */
    private static final Duration SOON = Duration.ofMillis(30);

    /** Where only the line at the bottom tells of it, somebody who types waits for nothing of it. */
    private static final Duration AT_REST = Duration.ofSeconds(1);

    private static final Duration LOOKED = Duration.ofSeconds(3);

    private final Workspace workspace;
    private final Later later = new Later(Wording.of("activity.review"));
    private final Rest soon = new Rest(SOON, this::askNow);
    private final Rest whenAtRest = new Rest(AT_REST, this::askNow);
    private final Rest lookingAgain = new Rest(LOOKED, this::ask);
    private final SourceMemory memory = new SourceMemory();
    private final DiskHashes hashes = new DiskHashes();
    private final ReadOnlyObjectWrapper<@Nullable Reviewed> reviewed = new ReadOnlyObjectWrapper<>();
    private final CommitStates states;
    private Range range;
    private @Nullable Distro distro;
    private boolean lookedAt;
    private boolean due;
    private @Nullable Disk looked;

    /** What the disk had when it was looked at last; of the thread that reviews. */
    private record Disk(CommitTree tree, WorkTreeState state, long at) {}

    /** Makes one that reviews the files as they are against the last commit. */
    public ReviewDesk(Workspace workspace) {
        this(workspace, Range.LIVE);
    }

    /** Makes one that reviews something else. */
    ReviewDesk(Workspace workspace, Range range) {
        this.workspace = workspace;
        this.states = new CommitStates(workspace.root(), workspace.loader());
        this.range = range;
    }

    /** What came of it last; null until then. Changes on the JavaFX thread. */
    public ReadOnlyObjectProperty<@Nullable Reviewed> reviewedProperty() {
        return reviewed.getReadOnlyProperty();
    }

    /** Reviews a state of the distro. */
    void show(Distro now) {
        if (distro != now) {
            distro = now;
            due = true;
            (lookedAt ? soon : whenAtRest).begin();
        }
    }

    /** Knows a state of the distro without reviewing it. */
    void know(Distro now) {
        distro = now;
    }

    /** While it is looked at, what an edit changes is told at once; else what the edit itself shows comes first. */
    void setLookedAt(boolean now) {
        lookedAt = now;
        if (now && due) {
            askNow();
        }
    }

    private void askNow() {
        soon.end();
        whenAtRest.end();
        lookingAgain.end();
        due = false;
        ask();
    }

    private void lookAgain() {
        if (!due) {
            lookingAgain.begin();
        }
    }

    /** Compares other states from now on. */
    void compare(Range other) {
        if (!range.equals(other)) {
            range = other;
            reviewed.set(null);
            ask();
        }
    }

    /** Reviews the files once more; a commit may have come. */
    void ask() {
        Distro now = distro;
        Range asked = range;
        if (now != null) {
            Set<String> laid = new TreeSet<>(workspace.unsaved());
            // The settings, and whatever else is open that is none of the distro's.
            laid.removeIf(path -> TreePaths.isAbsolute(path) && !now.files().contains(path));
            later.ask(() -> work(now, asked, laid), reviewed::set);
        }
    }

    private Reviewed work(Distro now, Range range, Set<String> laid) {
        long start = System.nanoTime();
        try {
            Optional<CommitStates.State> before = range.sinceParting()
                    ? states.parting(range.base(), range.head().orElse(Range.HEAD))
                    : states.at(range.base());
            if (before.isEmpty()) {
                return new Reviewed.Unavailable(missing(range));
            }
            CommitTree tree = before.get().tree();
            ReviewedState after;
            List<ChangedFile> files;
            if (range.head().isPresent()) {
                Optional<CommitStates.State> head = states.at(range.head().get());
                if (head.isEmpty()) {
                    return new Reviewed.Unavailable(
                            Wording.of("review.desk.no-head", range.head().get()));
                }
                after = head.get().reviewed();
                files = ChangedFiles.between(tree, head.get().tree(), Set.of());
            } else {
                after = ReviewedState.ofWorkingTree(now);
                files = ChangedFiles.between(tree, now.tree(), laid, disk(tree, start));
            }
            Review plain = Review.of(before.get().reviewed(), after, files, workspace.loader(), memory);
            Review review = against(range, plain, laid).map(plain::with).orElse(plain);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Reviewed.Told(review, Story.of(review), after.distro().tree(), took);
        } catch (IOException broken) {
            return new Reviewed.Unavailable(Wording.of("review.desk.files-cant-compared", FileTrouble.words(broken)));
        }
    }

    /** What does not go together with the base as it is now; empty where that is where the two parted. */
    private Optional<Clashes> against(Range range, Review review, Set<String> laid) throws IOException {
        if (range.base().equals(Range.HEAD)) {
            return Optional.empty();
        }
        Optional<CommitStates.State> theirs = states.at(range.base());
        Optional<CommitStates.State> parting =
                states.parting(range.base(), range.head().orElse(Range.HEAD));
        if (theirs.isEmpty()
                || parting.isEmpty()
                || theirs.get().tree().commit().equals(parting.get().tree().commit())) {
            return Optional.empty();
        }
        CommitTree base = parting.get().tree();
        return Optional.of(Merge.of(
                parting.get().reviewed(),
                review.to(),
                theirs.get().reviewed(),
                ChangedFiles.between(base, review.to().distro().tree(), laid),
                ChangedFiles.between(base, theirs.get().tree(), Set.of()),
                workspace.loader()));
    }

    private static String missing(Range range) {
        return range.sinceParting()
                ? Wording.of("review.desk.compared-have-no", range.base())
                : Wording.of("review.desk.no-base", range.base());
    }

    /** While somebody types, the disk is looked at now and then; afterwards it is looked at again. */
    private WorkTreeState disk(CommitTree tree, long now) throws IOException {
        Disk known = looked;
        if (known != null && known.tree().equals(tree) && now - known.at() < LOOKED.toNanos()) {
            Platform.runLater(this::lookAgain);
            return known.state();
        }
        Disk fresh = new Disk(tree, WorkTreeState.of(tree, hashes), now);
        looked = fresh;
        return fresh.state();
    }

    boolean isSettled() {
        return !due && later.isSettled();
    }

    @Override
    public void close() {
        soon.end();
        whenAtRest.end();
        lookingAgain.end();
        later.close();
    }
}
