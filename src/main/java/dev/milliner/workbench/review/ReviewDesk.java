package dev.milliner.workbench.review;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.ground.Failures;
import dev.milliner.ground.FileTrouble;
import dev.milliner.review.Review;
import dev.milliner.review.ReviewedState;
import dev.milliner.review.SourceMemory;
import dev.milliner.review.Story;
import dev.milliner.source.ChangedFiles;
import dev.milliner.source.CommitHistory;
import dev.milliner.source.CommitTree;
import dev.milliner.source.WorkTreeState;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Reviews the files as they are against a commit, each time they resolve anew. The commit is read once. */
public final class ReviewDesk implements AutoCloseable {
    /** What the files are compared with if nobody chooses. */
    static final String HEAD = "HEAD";

    /** What the edit does to the overlay in focus comes before what the whole branch does. */
    private static final long REST_MILLIS = 30;

    private static final long LOOKED_MILLIS = 3000;
    private static final long LOOKED_NANOS = LOOKED_MILLIS * 1_000_000;

    private final Workspace workspace;
    private final SeenItems seen;
    private final Later later = new Later("review");
    private final ScheduledThreadPoolExecutor keeping = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("review marks").factory());
    private final SourceMemory memory = new SourceMemory();
    private final ReadOnlyObjectWrapper<@Nullable Reviewed> reviewed = new ReadOnlyObjectWrapper<>();
    private String base = HEAD;
    private @Nullable Distro distro;
    /** The next review that is to come by itself. An animation would keep the screen's clock running meanwhile. */
    private @Nullable ScheduledFuture<?> next;

    private boolean due;
    private @Nullable Base kept;
    private @Nullable Disk looked;

    /** The state that is compared with; of the thread that reviews. */
    private record Base(String reference, CommitTree tree, ReviewedState state) {}

    /** What the disk had when it was looked at last; of the thread that reviews. */
    private record Disk(CommitTree tree, WorkTreeState state, long at) {}

    /**
     * Makes one.
     *
     * @param state the folder for what is remembered
     */
    public ReviewDesk(Workspace workspace, Path state) {
        this.workspace = workspace;
        this.seen = new SeenItems(state, workspace.root());
        keeping.setRemoveOnCancelPolicy(true);
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
            askIn(REST_MILLIS);
        }
    }

    private void askIn(long millis) {
        if (next != null) {
            next.cancel(false);
        }
        if (!keeping.isShutdown()) {
            next = keeping.schedule(() -> Platform.runLater(this::askNow), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void askNow() {
        due = false;
        ask();
    }

    private void lookAgain() {
        if (!due) {
            askIn(LOOKED_MILLIS);
        }
    }

    /** Compares with another commit, branch or tag from now on. */
    void compareWith(String reference) {
        if (!base.equals(reference)) {
            base = reference;
            ask();
        }
    }

    /** Reviews the files once more; a commit may have come. */
    void ask() {
        Distro now = distro;
        String reference = base;
        if (now != null) {
            Set<String> laid = new TreeSet<>(workspace.unsaved());
            later.ask(() -> work(now, reference, laid), reviewed::set);
        }
    }

    private Reviewed work(Distro now, String reference, Set<String> laid) {
        long start = System.nanoTime();
        try {
            Optional<Base> before = base(reference);
            if (before.isEmpty()) {
                return new Reviewed.Unavailable("There is no commit '" + reference + "' to compare the files with.");
            }
            CommitTree tree = before.get().tree();
            Review review = Review.of(
                    before.get().state(),
                    ReviewedState.ofWorkingTree(now),
                    ChangedFiles.between(tree, now.tree(), laid, disk(tree, start)),
                    workspace.loader(),
                    memory);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Reviewed.Told(review, Story.of(review), now.tree(), seen.read(), took);
        } catch (IOException broken) {
            return new Reviewed.Unavailable("The files can't be compared: " + FileTrouble.words(broken) + ".");
        }
    }

    /** While somebody types, the disk is looked at now and then; afterwards it is looked at again. */
    private WorkTreeState disk(CommitTree tree, long now) throws IOException {
        Disk known = looked;
        if (known != null && known.tree().equals(tree) && now - known.at() < LOOKED_NANOS) {
            Platform.runLater(this::lookAgain);
            return known.state();
        }
        Disk fresh = new Disk(tree, WorkTreeState.of(tree), now);
        looked = fresh;
        return fresh.state();
    }

    /** The state at a reference; a commit that came meanwhile is read anew. */
    private Optional<Base> base(String reference) throws IOException {
        Optional<CommitHistory> history = CommitHistory.open(workspace.root());
        if (history.isEmpty()) {
            return Optional.empty();
        }
        try (CommitHistory commits = history.get()) {
            Optional<String> commit = commits.named(reference);
            if (commit.isEmpty()) {
                return Optional.empty();
            }
            Base known = kept;
            if (known == null
                    || !known.tree().commit().equals(commit.get())
                    || !known.reference().equals(reference)) {
                known = read(reference, commit.get(), workspace.loader());
            }
            return Optional.of(known);
        }
    }

    private Base read(String reference, String commit, DistroLoader loader) throws IOException {
        CommitTree tree = CommitTree.open(workspace.root(), commit);
        Base read = new Base(reference, tree, ReviewedState.ofCommit(reference, commit, loader.load(tree)));
        Base before = kept;
        kept = read;
        if (before != null) {
            before.tree().close();
        }
        return read;
    }

    /** Keeps which items are checked off; of several calls the last counts. */
    void keep(Set<String> all) {
        Set<String> now = new TreeSet<>(all);
        keeping.execute(() -> {
            try {
                seen.write(now);
            } catch (IOException lost) {
                Failures.report("Keeping what was checked off", lost);
            }
        });
    }

    boolean isSettled() {
        return !due && later.isSettled();
    }

    @Override
    public void close() {
        if (next != null) {
            next.cancel(false);
        }
        keeping.shutdown();
        later.close();
    }
}
