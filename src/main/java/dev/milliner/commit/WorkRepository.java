package dev.milliner.commit;

import dev.milliner.ground.FileTrouble;
import dev.milliner.source.BoundedFile;
import dev.milliner.source.DiskHashes;
import dev.milliner.source.DiskIterator;
import dev.milliner.source.GitClock;
import dev.milliner.source.GitFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.jspecify.annotations.Nullable;

/** The repository that a distro's tree lies in, to be written. Paths are relative to its work tree. Of one thread at a time. */
public final class WorkRepository implements AutoCloseable {
    private final Repository repository;
    private final String prefix;
    private final DiskHashes hashes;

    private WorkRepository(Repository repository, String prefix, DiskHashes hashes) {
        this.repository = repository;
        this.prefix = prefix;
        this.hashes = hashes;
    }

    /**
     * Opens the repository around a tree.
     *
     * @param root the distro's root
     * @throws RefusedException where there is none
     */
    public static WorkRepository open(Path root) throws IOException {
        return open(root, new DiskHashes());
    }

    /** The same, with what is remembered of files of the disk. */
    public static WorkRepository open(Path root, DiskHashes hashes) throws IOException {
        GitClock.tell();
        Path folder = root.toAbsolutePath().normalize();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
        if (builder.getGitDir() == null) {
            throw new RefusedException("There is no git repository at " + folder + ". Make one with: git init");
        }
        Repository repository = GitFolder.open(builder);
        if (repository.isBare()) {
            repository.close();
            throw new RefusedException("The git repository of " + folder + " has no work tree to commit from.");
        }
        String prefix = repository
                .getWorkTree()
                .toPath()
                .toAbsolutePath()
                .normalize()
                .relativize(folder)
                .toString();
        return new WorkRepository(repository, prefix.isEmpty() ? "" : prefix + "/", hashes);
    }

    DiskHashes hashes() {
        return hashes;
    }

    Repository repository() {
        return repository;
    }

    /** A path of the distro's tree as a path of the work tree. */
    public String ofTree(String path) {
        return prefix + path;
    }

    /** A path of the work tree as one of the distro's tree; empty where it lies outside of that. */
    public Optional<String> inTree(String path) {
        return path.startsWith(prefix) ? Optional.of(path.substring(prefix.length())) : Optional.empty();
    }

    /** The files of the last commit; empty before the first. */
    Optional<RevTree> head() throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null) {
            return Optional.empty();
        }
        try (RevWalk revisions = new RevWalk(repository)) {
            return Optional.of(revisions.parseCommit(head).getTree());
        }
    }

    /**
     * A file of a tree of the repository.
     *
     * @param id what it holds
     * @param mode what it is
     */
    record Blob(ObjectId id, FileMode mode) {
        boolean isFile() {
            return (mode.getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
        }
    }

    /** A file as a tree has it. */
    Optional<Blob> blob(RevTree tree, String path) throws IOException {
        try (TreeWalk file = TreeWalk.forPath(repository, path, tree)) {
            return file == null ? Optional.empty() : Optional.of(new Blob(file.getObjectId(0), file.getFileMode(0)));
        }
    }

    /** What a blob holds; empty where that is too large for a text. */
    Optional<byte[]> bytes(ObjectId id) throws IOException {
        ObjectLoader loader = repository.open(id);
        return loader.getSize() > BoundedFile.LARGEST_TEXT ? Optional.empty() : Optional.of(loader.getBytes());
    }

    /** A plain file of the disk as git would keep it, line ends and filters included; empty where there is none, or a large one. */
    Optional<byte[]> onDisk(String path) throws IOException {
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
            WorkingTreeIterator disk = DiskIterator.of(repository);
            walk.addTree(new DirCacheIterator(repository.readDirCache()));
            walk.addTree(disk);
            disk.setDirCacheIterator(walk, 0);
            walk.setFilter(PathFilter.create(path));
            walk.setRecursive(true);
            while (walk.next()) {
                @Nullable WorkingTreeIterator found = walk.getTree(1, WorkingTreeIterator.class);
                if (found != null && walk.getPathString().equals(path)) {
                    return read(found);
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(WorkingTreeIterator found) throws IOException {
        boolean plain = (found.getEntryRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
        if (!plain || found.getEntryLength() > BoundedFile.LARGEST_TEXT) {
            return Optional.empty();
        }
        try (InputStream stream = found.openEntryStream()) {
            return Optional.of(stream.readAllBytes());
        }
    }

    /** The index, locked for a change. */
    DirCache lockIndex() throws IOException {
        try {
            return repository.lockDirCache();
        } catch (LockFailedException locked) {
            throw new RefusedException(indexIsLocked(), locked);
        }
    }

    String indexIsLocked() {
        return "Another program is changing git's index: " + repository.getIndexFile()
                + ".lock is there. If none runs any more, delete that file.";
    }

    /** What a failure of JGit is about, in words. */
    RefusedException refusal(String what, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LockFailedException) {
                return new RefusedException(indexIsLocked(), failure);
            }
            if (cause instanceof IOException broken) {
                return new RefusedException(what + ": " + FileTrouble.words(broken) + ".", failure);
            }
        }
        return new RefusedException(what + ": " + failure.getMessage() + ".", failure);
    }

    @Override
    public void close() {
        repository.close();
    }
}
