package dev.milliner.commit;

import dev.milliner.commit.WorkRepository.Blob;
import dev.milliner.distro.DistroLoader;
import dev.milliner.review.Review;
import dev.milliner.review.ReviewedState;
import dev.milliner.source.BufferTree;
import dev.milliner.source.ChangedFile;
import dev.milliner.source.CommitTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.revwalk.RevTree;

/** The review of what the next commit would hold against the last one. */
public final class StagedReview {
    private StagedReview() {}

    /**
     * Reviews what is staged; empty before the first commit.
     *
     * @param pending the files that differ from the last commit
     * @param root the distro's root
     */
    public static Optional<Review> of(
            WorkRepository repository, List<PendingFile> pending, Path root, DistroLoader loader) throws IOException {
        Optional<RevTree> head = repository.head();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        DirCache index = repository.repository().readDirCache();
        Map<String, String> texts = new HashMap<>();
        Set<String> gone = new HashSet<>();
        List<ChangedFile> files = new ArrayList<>();
        for (PendingFile file : pending) {
            Optional<String> inTree = repository.inTree(file.path());
            if (file.staged() == PendingFile.Staged.NONE || inTree.isEmpty()) {
                continue;
            }
            DirCacheEntry entry = index.getEntry(file.path());
            boolean isNew =
                    repository.blob(head.get(), file.path()).map(Blob::isFile).isEmpty();
            if (entry == null) {
                gone.add(inTree.get());
            } else {
                repository
                        .bytes(entry.getObjectId())
                        .ifPresent(bytes -> texts.put(inTree.get(), new String(bytes, StandardCharsets.UTF_8)));
            }
            ChangedFile.How how =
                    entry == null ? ChangedFile.How.REMOVED : isNew ? ChangedFile.How.ADDED : ChangedFile.How.CHANGED;
            String content = entry == null ? "" : entry.getObjectId().name();
            files.add(new ChangedFile(inTree.get(), how, Optional.empty(), content));
        }
        try (CommitTree before = CommitTree.open(root, Constants.HEAD)) {
            ReviewedState from = ReviewedState.ofCommit(Constants.HEAD, before.commit(), loader.load(before));
            ReviewedState to = new ReviewedState("what is staged", loader.load(new BufferTree(before, texts, gone)));
            return Optional.of(Review.of(from, to, files, loader));
        }
    }
}
