package dev.milliner.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.blame.BlameResult;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** The commits of the repository that a distro's tree lies in. */
public final class CommitHistory implements AutoCloseable {
    private static final int MOST_RECENT = 16;
    private static final float LOAD = 0.75f;

    private final Repository repository;
    private final Path root;
    private final String prefix;

    /** What was read last: whoever follows a file back asks for each of its states twice. */
    private final Map<ObjectId, byte[]> recent =
            Collections.synchronizedMap(new LinkedHashMap<>(MOST_RECENT, LOAD, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ObjectId, byte[]> eldest) {
                    return size() > MOST_RECENT;
                }
            });

    private CommitHistory(Repository repository, Path root, String prefix) {
        this.root = root;
        this.repository = repository;
        this.prefix = prefix;
    }

    /**
     * Opens the repository around a tree; empty where there is none.
     *
     * @param root the distro's root
     * @throws IOException where it can't be read
     */
    public static Optional<CommitHistory> open(Path root) throws IOException {
        GitClock.tell();
        Path folder = root.toAbsolutePath().normalize();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        Repository repository = GitFolder.open(builder);
        if (repository.isBare()) {
            repository.close();
            return Optional.empty();
        }
        Path work = repository.getWorkTree().toPath().toAbsolutePath().normalize();
        String prefix = work.relativize(folder).toString();
        return Optional.of(new CommitHistory(repository, folder, prefix.isEmpty() ? "" : prefix + "/"));
    }

    /** The full hash of the commit that is checked out; empty before the first. */
    public Optional<String> head() throws IOException {
        return Optional.ofNullable(repository.exactRef(Constants.HEAD))
                .map(Ref::getObjectId)
                .map(ObjectId::name);
    }

    /**
     * Where two lines of history parted last.
     *
     * @param one a commit, branch or tag
     * @param other another
     * @return the commit's full hash; empty where one is not there, or they have nothing in common
     */
    public Optional<String> mergeBase(String one, String other) throws IOException {
        ObjectId first = repository.resolve(one + "^{commit}");
        ObjectId second = repository.resolve(other + "^{commit}");
        if (first == null || second == null) {
            return Optional.empty();
        }
        try (RevWalk revisions = new RevWalk(repository)) {
            revisions.setRevFilter(RevFilter.MERGE_BASE);
            revisions.markStart(revisions.parseCommit(first));
            revisions.markStart(revisions.parseCommit(second));
            return Optional.ofNullable(revisions.next()).map(RevCommit::name);
        }
    }

    /**
     * The newest commit that changed a file or a folder; empty where none did.
     *
     * @param commit the full hash of the newest commit to look at
     * @param path relative to the distro's root
     */
    public Optional<String> lastToTouch(String commit, String path) throws IOException {
        try (RevWalk revisions = new RevWalk(repository)) {
            revisions.markStart(revisions.parseCommit(ObjectId.fromString(commit)));
            revisions.setTreeFilter(AndTreeFilter.create(PathFilter.create(prefix + path), TreeFilter.ANY_DIFF));
            return Optional.ofNullable(revisions.next()).map(RevCommit::name);
        }
    }

    /**
     * A line of history, newest first; of merges what they were merged into is followed.
     *
     * @param commit the full hash of the newest commit
     * @return the full hashes
     */
    public List<String> line(String commit) throws IOException {
        try (RevWalk revisions = new RevWalk(repository)) {
            revisions.setRetainBody(false);
            revisions.setFirstParent(true);
            revisions.markStart(revisions.parseCommit(ObjectId.fromString(commit)));
            List<String> line = new ArrayList<>();
            for (RevCommit one : revisions) {
                line.add(one.name());
            }
            return line;
        }
    }

    /** Who made a commit, when, and what it says. */
    public CommitNote note(String commit) throws IOException {
        try (RevWalk revisions = new RevWalk(repository)) {
            return note(revisions.parseCommit(ObjectId.fromString(commit)));
        }
    }

    /** The distro's tree as a commit has it. It needs no closing, and lives as long as this. */
    public CommitTree tree(String commit) throws IOException {
        return CommitTree.of(root, prefix, repository, ObjectId.fromString(commit));
    }

    private static CommitNote note(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        return new CommitNote(commit.name(), author.getName(), author.getWhenAsInstant(), commit.getShortMessage());
    }

    /** The full hash of a commit that is named otherwise, such as by a branch; empty where there is none. */
    public Optional<String> named(String reference) throws IOException {
        return Optional.ofNullable(repository.resolve(reference + "^{commit}")).map(ObjectId::name);
    }

    /**
     * What a file holds in a commit; empty where the commit has no such file.
     *
     * @param commit a full hash
     * @param path relative to the distro's root
     * @throws IOException where it can't be read, or is too large for a text
     */
    public Optional<byte[]> content(String commit, String path) throws IOException {
        try (RevWalk revisions = new RevWalk(repository);
                TreeWalk file = TreeWalk.forPath(
                        repository,
                        prefix + path,
                        revisions.parseCommit(ObjectId.fromString(commit)).getTree())) {
            if (file == null || (file.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
                return Optional.empty();
            }
            return Optional.of(content(file.getObjectId(0)));
        }
    }

    private byte[] content(ObjectId blob) throws IOException {
        byte[] known = recent.get(blob);
        if (known != null) {
            return known;
        }
        ObjectLoader bytes = repository.open(blob);
        if (bytes.getSize() > BoundedFile.LARGEST_TEXT) {
            throw new IOException(BoundedFile.tooLarge(BoundedFile.LARGEST_TEXT));
        }
        byte[] read = bytes.getBytes();
        recent.put(blob, read);
        return read;
    }

    /**
     * Who changed a line last; empty where the commit has no such line.
     *
     * @param commit the full hash of the newest commit to look at
     * @param path relative to the distro's root
     * @param line a line of the file in that commit, from 0
     */
    public Optional<LineOrigin> origin(String commit, String path, int line) throws IOException {
        try (BlameGenerator blame = new BlameGenerator(repository, prefix + path)) {
            blame.push(null, ObjectId.fromString(commit));
            BlameResult result = BlameResult.create(blame);
            if (result == null || line >= result.getResultContents().size()) {
                return Optional.empty();
            }
            result.computeRange(line, line + 1);
            RevCommit by = result.getSourceCommit(line);
            PersonIdent author = by.getAuthorIdent();
            return Optional.of(
                    new LineOrigin(by.name(), author.getName(), author.getWhenAsInstant(), by.getShortMessage()));
        }
    }

    /**
     * Tells whether any of some files differs between two commits.
     *
     * @param one a full hash
     * @param other another
     * @param paths relative to the distro's root
     */
    public boolean differs(String one, String other, Collection<String> paths) throws IOException {
        if (paths.isEmpty()) {
            return false;
        }
        List<String> whole = paths.stream().map(path -> prefix + path).toList();
        return !differing(one, other, PathFilterGroup.createFromStrings(whole)).isEmpty();
    }

    /**
     * Which files of the distro differ between two commits.
     *
     * @param one a full hash
     * @param other another
     * @return their paths, relative to the distro's root
     */
    public List<String> differing(String one, String other) throws IOException {
        return differing(
                one,
                other,
                prefix.isEmpty() ? TreeFilter.ALL : PathFilter.create(prefix.substring(0, prefix.length() - 1)));
    }

    private List<String> differing(String one, String other, TreeFilter paths) throws IOException {
        try (RevWalk revisions = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(revisions.parseCommit(ObjectId.fromString(one)).getTree());
            walk.addTree(revisions.parseCommit(ObjectId.fromString(other)).getTree());
            walk.setRecursive(true);
            walk.setFilter(AndTreeFilter.create(paths, TreeFilter.ANY_DIFF));
            List<String> found = new ArrayList<>();
            while (walk.next()) {
                found.add(walk.getPathString().substring(prefix.length()));
            }
            return found;
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
