package dev.milliner.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.IndexDiffFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** The files of a work tree that a commit has otherwise. Git's index tells of most that they are as they were, without reading them. */
final class WorkTreeFiles {
    private static final int COMMIT = 0;
    private static final int INDEX = 1;
    private static final int DISK = 2;

    private WorkTreeFiles() {}

    /** Their hashes by path relative to the tree's root; git's hash of nothing for those that are gone. */
    static NavigableMap<String, ObjectId> changed(CommitTree commit, DiskHashes hashes) throws IOException {
        Repository repository = commit.repository();
        DirCache index = repository.readDirCache();
        NavigableMap<String, ObjectId> changed = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(repository);
                RevWalk revisions = new RevWalk(repository)) {
            walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
            walk.addTree(
                    revisions.parseCommit(ObjectId.fromString(commit.commit())).getTree());
            walk.addTree(new DirCacheIterator(index));
            FileTreeIterator disk = DiskIterator.of(repository, hashes);
            disk.setDirCacheIterator(walk, INDEX);
            walk.addTree(disk);
            walk.setRecursive(true);
            walk.setFilter(filter(commit.prefix()));
            while (walk.next()) {
                ObjectId then = walk.getObjectId(COMMIT);
                ObjectId now = now(walk);
                if (!then.equals(now)) {
                    changed.put(walk.getPathString().substring(commit.prefix().length()), now);
                }
            }
        }
        return changed;
    }

    /** What git would call a file of the disk. One that is larger than any text is not read to its end, but counts as another. */
    private static ObjectId now(TreeWalk walk) {
        FileTreeIterator file = walk.getTree(DISK, FileTreeIterator.class);
        return file != null && file.getEntryLength() > BoundedFile.LARGEST_TEXT
                ? hash(walk.getPathString() + '\0' + file.getEntryLength() + '\0' + file.getEntryLastModifiedInstant())
                : walk.getObjectId(DISK);
    }

    private static TreeFilter filter(String prefix) {
        TreeFilter differs = new IndexDiffFilter(INDEX, DISK);
        return prefix.isEmpty()
                ? differs
                : AndTreeFilter.create(PathFilter.create(prefix.substring(0, prefix.length() - 1)), differs);
    }

    /** What git calls a text. */
    static ObjectId hash(String text) {
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
