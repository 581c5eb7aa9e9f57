package dev.milliner.workbench.commit;

import dev.milliner.commit.Branches;
import dev.milliner.commit.CommitRequest;
import dev.milliner.commit.Commits;
import dev.milliner.commit.ItemStaging;
import dev.milliner.commit.MadeCommit;
import dev.milliner.commit.PendingText;
import dev.milliner.commit.Staging;
import dev.milliner.commit.WorkRepository;
import dev.milliner.ground.Failures;
import dev.milliner.ground.FileTrouble;
import dev.milliner.review.Chapter;
import dev.milliner.source.DiskHashes;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.editor.OpenFiles;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Does to the repository what the card asks for, one thing after the other, off the JavaFX thread, and tells how things stand then. */
public final class CommitDesk implements AutoCloseable {
    private final Workspace workspace;
    private final OpenFiles files;
    private final DiskHashes hashes = new DiskHashes();
    private final AtomicInteger underWay = new AtomicInteger();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("commit").factory());
    private List<Chapter> chapters = List.of();
    private Runnable changed = () -> {};

    /** Makes one. */
    public CommitDesk(Workspace workspace, OpenFiles files) {
        this.workspace = workspace;
        this.files = files;
    }

    /** Says who is told when there is another commit or branch. */
    public void onChange(Runnable told) {
        changed = told;
    }

    /** Says which items of the review of the files against the last commit can be staged. */
    void show(List<Chapter> items) {
        chapters = items;
    }

    /** Tells how things stand. */
    void look(Consumer<DeedOutcome> then) {
        perform(repository -> "", then);
    }

    /** Does something, and tells how things stand then. */
    void perform(RepositoryDeed deed, Consumer<DeedOutcome> then) {
        underWay.incrementAndGet();
        List<Chapter> items = chapters;
        worker.execute(() -> {
            DeedOutcome outcome = done(deed, items);
            Platform.runLater(() -> {
                underWay.decrementAndGet();
                then.accept(outcome);
            });
        });
    }

    private DeedOutcome done(RepositoryDeed deed, List<Chapter> items) {
        String said = "";
        boolean isRefused = false;
        try (WorkRepository repository = WorkRepository.open(workspace.root())) {
            said = deed.run(repository);
        } catch (IOException refused) {
            said = FileTrouble.words(refused);
            isRefused = true;
        } catch (RuntimeException unexpected) {
            Failures.report("Committing", unexpected);
            said = Wording.of("commit.desk.failed-unexpectedly", String.valueOf(unexpected.getMessage()));
            isRefused = true;
        }
        try {
            return new DeedOutcome(
                    Optional.of(CommitState.read(workspace.root(), workspace.loader(), hashes, items)),
                    said,
                    isRefused);
        } catch (IOException unreadable) {
            return new DeedOutcome(Optional.empty(), said.isEmpty() ? FileTrouble.words(unreadable) : said, true);
        }
    }

    /** Reads the hunks of a file. */
    PendingText text(String path) throws IOException {
        try (WorkRepository repository = WorkRepository.open(workspace.root())) {
            return new Staging(repository).text(path);
        }
    }

    static RepositoryDeed stage(Collection<String> paths, boolean isStaged) {
        return repository -> {
            Staging staging = new Staging(repository);
            if (isStaged) {
                staging.stage(paths);
            } else {
                staging.unstage(paths);
            }
            return "";
        };
    }

    static RepositoryDeed stage(PendingText text, Set<Integer> hunks) {
        return repository -> {
            new Staging(repository).stage(text, hunks);
            return "";
        };
    }

    static RepositoryDeed stage(Chapter item, boolean isStaged) {
        return repository -> new ItemStaging(repository, new Staging(repository).files()).stage(item, isStaged) > 0
                ? ""
                : Wording.of("commit.desk.cant-told-lines");
    }

    RepositoryDeed commit(CommitRequest request) {
        return repository -> {
            MadeCommit made = new Commits(repository).commit(request);
            Platform.runLater(changed);
            return withHooks(
                    Wording.of("commit.desk.committed", made.commit().substring(0, 7), made.subject()), made.said());
        };
    }

    private static String withHooks(String sentence, String words) {
        return words.isEmpty() ? sentence : Wording.of("commit.desk.hooks-said", sentence, words);
    }

    RepositoryDeed switchTo(String name, List<String> branches) {
        List<String> unsaved = workspace.unsaved();
        return repository -> {
            Branches all = new Branches(repository);
            boolean isThere = branches.contains(name);
            String hook = isThere
                    ? all.switchTo(
                            name, unsaved.stream().map(repository::ofTree).toList())
                    : all.create(name);
            Platform.runLater(() -> {
                files.diskChanged();
                changed.run();
            });
            return withHooks(
                    isThere ? Wording.of("commit.desk.branch", name) : Wording.of("commit.desk.new-branch", name),
                    hook);
        };
    }

    List<String> unsaved() {
        return workspace.unsaved();
    }

    void saveAll() {
        files.saveAll();
    }

    /** Tells whether all that was asked for is done. */
    public boolean isSettled() {
        return underWay.get() == 0;
    }

    /** Ends after what is under way is done. */
    @Override
    public void close() {
        worker.shutdown();
    }
}
