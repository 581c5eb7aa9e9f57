package dev.milliner.workbench.review;

import dev.milliner.distro.DistroLoader;
import dev.milliner.review.ReviewedState;
import dev.milliner.source.CommitHistory;
import dev.milliner.source.CommitTree;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The states of commits, of which the last few are kept. Of one thread. */
final class CommitStates implements AutoCloseable {
    private static final int MOST = 4;

    private final Path root;
    private final DistroLoader loader;
    private final Deque<State> kept = new ArrayDeque<>();

    /**
     * A commit's state.
     *
     * @param reference what it was asked for by
     * @param tree its files
     * @param reviewed what they resolve to
     */
    record State(String reference, CommitTree tree, ReviewedState reviewed) {}

    CommitStates(Path root, DistroLoader loader) {
        this.root = root;
        this.loader = loader;
    }

    /** The state at a commit, branch or tag; a commit that came meanwhile is read anew. Empty where there is none. */
    Optional<State> at(String reference) throws IOException {
        return at(reference, reference);
    }

    /** The state at which two lines of history parted; empty where they have nothing in common, or one is not there. */
    Optional<State> parting(String base, String head) throws IOException {
        Optional<CommitHistory> history = CommitHistory.open(root);
        if (history.isEmpty()) {
            return Optional.empty();
        }
        try (CommitHistory commits = history.get()) {
            Optional<String> commit = commits.mergeBase(base, head);
            return commit.isEmpty()
                    ? Optional.empty()
                    : at(commit.get(), Wording.of("review.commit-states.merge-base", base));
        }
    }

    private Optional<State> at(String reference, String words) throws IOException {
        Optional<CommitHistory> history = CommitHistory.open(root);
        if (history.isEmpty()) {
            return Optional.empty();
        }
        try (CommitHistory commits = history.get()) {
            Optional<String> commit = commits.named(reference);
            return commit.isEmpty() ? Optional.empty() : Optional.of(read(commit.get(), words));
        }
    }

    private State read(String commit, String words) throws IOException {
        for (State known : kept) {
            if (known.tree().commit().equals(commit) && known.reference().equals(words)) {
                return known;
            }
        }
        CommitTree tree = CommitTree.open(root, commit);
        State read = new State(words, tree, ReviewedState.ofCommit(words, commit, loader.load(tree)));
        kept.addFirst(read);
        if (kept.size() > MOST) {
            kept.removeLast().tree().close();
        }
        return read;
    }

    @Override
    public void close() {
        kept.forEach(state -> state.tree().close());
        kept.clear();
    }
}
