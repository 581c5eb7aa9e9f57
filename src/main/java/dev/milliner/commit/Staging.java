package dev.milliner.commit;

import dev.milliner.commit.PendingFile.How;
import dev.milliner.commit.PendingFile.Staged;
import dev.milliner.commit.WorkRepository.Blob;
import dev.milliner.overlay.Hunk;
import dev.milliner.overlay.TextDifference;
import dev.milliner.source.DiskIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.api.AddCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.revwalk.RevTree;

/** What of the work tree goes into the next commit: git's index, file by file and hunk by hunk. The files themselves are never touched. */
public final class Staging {
    private final WorkRepository repository;

    /** Of a repository. */
    public Staging(WorkRepository repository) {
        this.repository = repository;
    }

    /** The files that differ from the last commit, by path. What git ignores is left out. */
    public List<PendingFile> files() throws IOException {
        Status status = status();
        Set<String> inIndex = new HashSet<>(status.getAdded());
        inIndex.addAll(status.getChanged());
        inIndex.addAll(status.getRemoved());
        Set<String> onDisk = new HashSet<>(status.getModified());
        onDisk.addAll(status.getMissing());
        onDisk.addAll(status.getUntracked());
        Map<String, PendingFile> files = new TreeMap<>();
        for (String path : union(inIndex, onDisk)) {
            Staged how = !inIndex.contains(path) ? Staged.NONE : onDisk.contains(path) ? Staged.PART : Staged.WHOLE;
            files.put(path, new PendingFile(path, how(status, path), how));
        }
        status.getConflicting().forEach(path -> files.put(path, new PendingFile(path, How.IN_CONFLICT, Staged.NONE)));
        return List.copyOf(files.values());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static How how(Status status, String path) {
        boolean gone = status.getMissing().contains(path)
                || (status.getRemoved().contains(path) && !status.getUntracked().contains(path));
        boolean isNew = status.getAdded().contains(path)
                || (status.getUntracked().contains(path) && !status.getRemoved().contains(path));
        return gone ? How.REMOVED : isNew ? How.ADDED : How.CHANGED;
    }

    private Status status() throws IOException {
        try (Git git = new Git(repository.repository())) {
            return git.status()
                    .setWorkingTreeIt(DiskIterator.of(repository.repository(), repository.hashes()))
                    .call();
        } catch (GitAPIException | JGitInternalException failure) {
            throw repository.refusal("Git's state can't be read", failure);
        }
    }

    /** The lines of a file that differ from the last commit. */
    public PendingText text(String path) throws IOException {
        Optional<Blob> head = inHead(path);
        boolean isText = head.map(Blob::isFile).orElse(true);
        byte[] before =
                isText && head.isPresent() ? repository.bytes(head.get().id()).orElse(new byte[0]) : new byte[0];
        byte[] after = isText ? repository.onDisk(path).orElse(new byte[0]) : new byte[0];
        byte[] index = indexed(path);
        List<Hunk> hunks = TextDifference.between(before, after, false);
        ByteLines old = ByteLines.of(before);
        ByteLines now = ByteLines.of(after);
        List<Hunk> parts = HunkParts.of(path, old.texts(), now.texts(), hunks);
        // Of what is no text nothing is staged in parts.
        Optional<Set<Integer>> staged = hunks.isEmpty()
                ? Optional.of(Set.of())
                : StagedParts.of(old.texts(), now.texts(), ByteLines.of(index).texts(), parts);
        return new PendingText(path, old.texts(), now.texts(), hunks, parts, staged.orElse(Set.of()), staged.isEmpty());
    }

    private byte[] indexed(String path) throws IOException {
        DirCacheEntry entry = repository.repository().readDirCache().getEntry(path);
        return entry == null || FileMode.GITLINK.equals(entry.getRawMode())
                ? new byte[0]
                : repository.bytes(entry.getObjectId()).orElse(new byte[0]);
    }

    private Optional<Blob> inHead(String path) throws IOException {
        Optional<RevTree> head = repository.head();
        return head.isEmpty() ? Optional.empty() : repository.blob(head.get(), path);
    }

    /** Stages files as they are on the disk, those that are gone too. */
    public void stage(Collection<String> paths) throws IOException {
        List<String> there = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (String path : paths) {
            boolean exists = Files.exists(
                    repository.repository().getWorkTree().toPath().resolve(path), LinkOption.NOFOLLOW_LINKS);
            (exists ? there : gone).add(path);
        }
        refuseConflicts(paths);
        if (!gone.isEmpty()) {
            edit(editor -> gone.forEach(path -> editor.add(new DirCacheEditor.DeletePath(path))));
        }
        if (!there.isEmpty()) {
            add(there);
        }
    }

    private void add(List<String> paths) throws IOException {
        try (Git git = new Git(repository.repository())) {
            AddCommand add = git.add().setWorkingTreeIterator(DiskIterator.of(repository.repository()));
            paths.forEach(add::addFilepattern);
            add.call();
        } catch (GitAPIException | JGitInternalException failure) {
            throw repository.refusal("Nothing was staged", failure);
        }
    }

    private void refuseConflicts(Collection<String> paths) throws IOException {
        DirCache index = repository.repository().readDirCache();
        for (String path : paths) {
            DirCacheEntry entry = index.getEntry(path);
            if (entry != null && entry.getStage() != DirCacheEntry.STAGE_0) {
                throw new RefusedException(path + " is in conflict. Decide it, then: git add " + path);
            }
        }
    }

    /** Takes files out of the next commit: the index has them as the last commit has. */
    public void unstage(Collection<String> paths) throws IOException {
        refuseConflicts(paths);
        Map<String, Optional<Blob>> then = new TreeMap<>();
        for (String path : paths) {
            then.put(path, inHead(path));
        }
        edit(editor -> then.forEach((path, blob) -> editor.add(
                blob.isPresent()
                        ? entry(path, blob.get().id(), blob.get().mode())
                        : new DirCacheEditor.DeletePath(path))));
    }

    /**
     * Has just some parts of a file in the next commit.
     *
     * @param text the file's lines, as they were read
     * @param chosen the numbers of those parts, from 0
     * @throws RefusedException where the file is another meanwhile, or only whole
     */
    public void stage(PendingText text, Set<Integer> chosen) throws IOException {
        PendingText now = text(text.path());
        if (!now.before().equals(text.before()) || !now.after().equals(text.after())) {
            throw new RefusedException(text.path() + " changed meanwhile. Look at it again.");
        }
        if (chosen.isEmpty()) {
            unstage(List.of(text.path()));
        } else if (chosen.size() == now.parts().size()) {
            stage(List.of(text.path()));
        } else {
            stageSome(now, chosen);
        }
    }

    private void stageSome(PendingText text, Set<Integer> chosen) throws IOException {
        String path = text.path();
        refuseConflicts(List.of(path));
        if (text.isStagedOtherwise()) {
            throw new RefusedException("What is staged of " + path
                    + " was edited since, so its parts can't be told from one another. Stage all of it, or none.");
        }
        Blob head = inHead(path)
                .orElseThrow(() -> new RefusedException(path + " is new, so it is staged whole or not at all."));
        byte[] before = repository.bytes(head.id()).orElse(new byte[0]);
        byte[] after = repository
                .onDisk(path)
                .orElseThrow(() -> new RefusedException(path + " is gone, so that is staged whole or not at all."));
        byte[] content = ByteLines.of(before).with(text.parts(), chosen, ByteLines.of(after));
        ObjectId id;
        try (ObjectInserter inserter = repository.repository().newObjectInserter()) {
            id = inserter.insert(Constants.OBJ_BLOB, content);
            inserter.flush();
        }
        edit(editor -> editor.add(entry(path, id, head.mode())));
    }

    /** An entry that git holds against the disk anew, as it is not what lies there. */
    private static DirCacheEditor.PathEdit entry(String path, ObjectId id, FileMode mode) {
        return new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setFileMode(mode);
                entry.setObjectId(id);
                entry.setLength(0);
                entry.setLastModified(Instant.EPOCH);
            }
        };
    }

    private interface Edit {
        void make(DirCacheEditor editor);
    }

    private void edit(Edit edit) throws IOException {
        DirCache index = repository.lockIndex();
        try {
            DirCacheEditor editor = index.editor();
            edit.make(editor);
            if (!editor.commit()) {
                throw new RefusedException("Git's index can't be written: "
                        + repository.repository().getIndexFile());
            }
        } finally {
            index.unlock();
        }
    }
}
