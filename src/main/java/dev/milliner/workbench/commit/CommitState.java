package dev.milliner.workbench.commit;

import dev.milliner.commit.Branches;
import dev.milliner.commit.Commits;
import dev.milliner.commit.ItemStaging;
import dev.milliner.commit.MessageStyle;
import dev.milliner.commit.PendingFile;
import dev.milliner.commit.PendingFile.Staged;
import dev.milliner.commit.ProposedMessage;
import dev.milliner.commit.StagedReview;
import dev.milliner.commit.Staging;
import dev.milliner.commit.WorkRepository;
import dev.milliner.distro.DistroLoader;
import dev.milliner.review.Chapter;
import dev.milliner.source.DiskHashes;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What could be committed, as it is at a moment.
 *
 * @param branch the branch that is checked out; empty where none is
 * @param branches all branches
 * @param files the files that differ from the last commit
 * @param items the items of the review, with how much of each is staged
 * @param proposal the message that is proposed for what is staged
 * @param last what the last commit says; empty before the first
 * @param isPublished whether others may have the last commit
 * @param signsOff whether commits of the tree are mostly signed off
 */
record CommitState(
        Optional<String> branch,
        List<String> branches,
        List<PendingFile> files,
        List<StagedItem> items,
        String proposal,
        String last,
        boolean isPublished,
        boolean signsOff) {
    /** Reads it; not on the JavaFX thread. */
    static CommitState read(Path root, DistroLoader loader, DiskHashes hashes, List<Chapter> chapters)
            throws IOException {
        try (WorkRepository repository = WorkRepository.open(root, hashes)) {
            Branches branches = new Branches(repository);
            Commits commits = new Commits(repository);
            MessageStyle style = MessageStyle.of(repository);
            List<PendingFile> files = new Staging(repository).files();
            ItemStaging staging = new ItemStaging(repository, files);
            List<StagedItem> items = new ArrayList<>();
            List<List<String>> together = staging.together(chapters);
            for (int at = 0; at < chapters.size(); at++) {
                Chapter chapter = chapters.get(at);
                items.add(new StagedItem(chapter, staging.staged(chapter), together.get(at)));
            }
            return new CommitState(
                    branches.current(),
                    branches.all(),
                    files,
                    List.copyOf(items),
                    StagedReview.of(repository, files, root, loader)
                            .map(review -> ProposedMessage.of(review, style))
                            .orElse(""),
                    commits.lastMessage().orElse(""),
                    commits.isLastPublished(),
                    style.isSignedOff());
        }
    }

    /** What goes into the commit, in a few words. */
    String summary() {
        long staged =
                files.stream().filter(file -> file.staged() != Staged.NONE).count();
        return Wording.of("commit.state.staged", staged, files.size());
    }
}
