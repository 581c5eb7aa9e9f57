package dev.milliner.source;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The names of a commit's files. Those of a large distro take 14 MB, and several parts of the program look at HEAD: for as long as
 * one of them does, all have the same names. A commit never changes. Safe for several threads.
 */
final class CommitNames {
    private static final Map<Key, WeakReference<NavigableMap<String, ObjectId>>> KNOWN = new ConcurrentHashMap<>();

    private record Key(Path repository, String prefix, ObjectId commit) {}

    private CommitNames() {}

    /**
     * The blobs of a commit's files by path.
     *
     * @param prefix a folder of the repository with a slash behind it, which paths are relative to, or nothing
     * @throws IOException where the commit can't be read
     */
    static NavigableMap<String, ObjectId> of(Repository repository, String prefix, ObjectId commit) throws IOException {
        KNOWN.values().removeIf(names -> names.refersTo(null));
        Path folder = repository.getDirectory().toPath().toAbsolutePath().normalize();
        Key key = new Key(folder, prefix, commit.copy());
        WeakReference<NavigableMap<String, ObjectId>> kept = KNOWN.get(key);
        NavigableMap<String, ObjectId> known = kept == null ? null : kept.get();
        if (known == null) {
            known = Collections.unmodifiableNavigableMap(read(repository, prefix, commit));
            KNOWN.put(key, new WeakReference<>(known));
        }
        return known;
    }

    private static NavigableMap<String, ObjectId> read(Repository repository, String prefix, ObjectId commit)
            throws IOException {
        NavigableMap<String, ObjectId> files = new TreeMap<>();
        try (RevWalk revisions = new RevWalk(repository);
                TreeWalk names = new TreeWalk(repository)) {
            names.addTree(revisions.parseCommit(commit).getTree());
            names.setRecursive(true);
            while (names.next()) {
                if (!FileMode.GITLINK.equals(names.getRawMode(0))
                        && names.getPathString().startsWith(prefix)) {
                    files.put(names.getPathString().substring(prefix.length()), names.getObjectId(0));
                }
            }
        }
        return files;
    }
}
