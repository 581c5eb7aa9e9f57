package dev.milliner.source;

import dev.milliner.toml.TomlText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A tree as a git commit holds it. The file names are read once; files outside of the repository are read from the
 * disk.
 */
public final class CommitTree implements SourceTree, AutoCloseable {
    private final RecentContents recent = new RecentContents();
    private final Path root;
    private final String prefix;
    private final Repository repository;
    private final NavigableMap<String, ObjectId> files;
    private final SourceTree disk;
    private final String commit;

    private CommitTree(Path root, String prefix, Repository repository, ObjectId commit, OutsideFiles outsideFiles)
            throws IOException {
        this.root = root;
        this.prefix = prefix;
        this.repository = repository;
        this.disk = new DiskTree(root, outsideFiles);
        this.commit = commit.name();
        this.files = CommitNames.of(repository, prefix, commit);
    }

    /**
     * Opens the tree at a commit.
     *
     * @param root the distro's root, in a work tree of the repository
     * @param reference a commit, branch or tag
     * @throws IOException where there is no repository, or no such commit in it; the message says which
     */
    public static CommitTree open(Path root, String reference) throws IOException {
        return open(root, reference, OutsideFiles.REFUSED);
    }

    /**
     * Opens the tree at a commit, and says what it may take in.
     *
     * @param root the distro's root, in a work tree of the repository
     * @param reference a commit, branch or tag
     * @param outsideFiles whether files from outside may go into what is made of it
     * @throws IOException where there is no repository, or no such commit in it; the message says which
     */
    public static CommitTree open(Path root, String reference, OutsideFiles outsideFiles) throws IOException {
        GitClock.tell();
        Path folder = root.toAbsolutePath().normalize();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
        if (builder.getGitDir() == null) {
            throw new IOException("There is no git repository at " + folder + ".");
        }
        if (outsideFiles == OutsideFiles.UNSEEN && GitFolder.leadsOutside(folder)) {
            throw new IOException("The git repository of " + folder
                    + " has parts outside of the tree, so it is not read. Clone it whole.");
        }
        Repository repository = GitFolder.open(builder);
        ObjectId commit = repository.resolve(reference + "^{commit}");
        if (commit == null) {
            repository.close();
            throw new IOException("The repository has no commit '" + reference + "'.");
        }
        Path work = repository.getWorkTree().toPath().toAbsolutePath().normalize();
        String prefix = work.relativize(folder).toString();
        return new CommitTree(folder, prefix.isEmpty() ? "" : prefix + "/", repository, commit, outsideFiles);
    }

    /** The tree at a commit of a repository that is open, and that somebody else closes. */
    static CommitTree of(Path root, String prefix, Repository repository, ObjectId commit) throws IOException {
        return new CommitTree(root, prefix, repository, commit, OutsideFiles.REFUSED);
    }

    /**
     * The branches and tags of the repository that a folder lies in, sorted; none where there is no repository.
     *
     * @param root a folder of the work tree
     */
    public static List<String> references(Path root) {
        GitClock.tell();
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().findGitDir(root.toAbsolutePath().toFile());
        if (builder.getGitDir() == null) {
            return List.of();
        }
        try (Repository repository = GitFolder.open(builder)) {
            return repository.getRefDatabase().getRefs().stream()
                    .map(Ref::getName)
                    .filter(name -> name.startsWith(Constants.R_HEADS)
                            || name.startsWith(Constants.R_TAGS)
                            || name.startsWith(Constants.R_REMOTES))
                    .map(Repository::shortenRefName)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The commit's full hash. */
    public String commit() {
        return commit;
    }

    /** The blobs of its files by path, relative to the root. */
    NavigableMap<String, ObjectId> names() {
        return files;
    }

    Repository repository() {
        return repository;
    }

    /** The root's path in the repository, with a slash behind it; empty where they are one. */
    String prefix() {
        return prefix;
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public FileContent content(String path) {
        String file = relative(path);
        if (TreePaths.isAbsolute(file)) {
            return disk.content(file);
        }
        ObjectId blob = files.get(file);
        if (blob == null) {
            return isFolder(file) ? new FileContent.Unreadable(BoundedFile.FOLDER) : new FileContent.Absent();
        }
        return recent.find(file).orElseGet(() -> recent.keep(file, read(blob)));
    }

    private FileContent read(ObjectId blob) {
        try {
            ObjectLoader bytes = repository.open(blob);
            return bytes.getSize() > BoundedFile.LARGEST_TEXT
                    ? new FileContent.Unreadable(BoundedFile.tooLarge(BoundedFile.LARGEST_TEXT))
                    : new FileContent.Text(TomlText.decode(bytes.getBytes()));
        } catch (IOException | LargeObjectException broken) {
            return new FileContent.Unreadable("cannot be read from the repository: " + broken.getMessage());
        }
    }

    @Override
    public Optional<String> fault(String path) {
        String file = relative(path);
        if (TreePaths.isAbsolute(file)) {
            return disk.fault(file);
        }
        return !files.containsKey(file) && isFolder(file) ? Optional.of(BoundedFile.FOLDER) : Optional.empty();
    }

    @Override
    public boolean exists(String path) {
        String file = relative(path);
        return TreePaths.isAbsolute(file) ? disk.exists(file) : files.containsKey(file) || isFolder(path);
    }

    @Override
    public boolean isFolder(String path) {
        String folder = relative(path);
        if (TreePaths.isAbsolute(folder)) {
            return disk.isFolder(folder);
        }
        String start = folder.equals(".") ? "" : folder + "/";
        String next = files.ceilingKey(start);
        return next != null && next.startsWith(start);
    }

    @Override
    public OutsideFiles outsideFiles() {
        return disk.outsideFiles();
    }

    @Override
    public String real(String path) {
        String file = relative(path);
        return TreePaths.isAbsolute(file) ? disk.real(file) : absolute(file);
    }

    /** Git keeps a link as a file. */
    @Override
    public boolean isLink(String folder) {
        String file = relative(folder);
        return TreePaths.isAbsolute(file) && disk.isLink(file);
    }

    @Override
    public List<Entry> list(String folder) {
        String inside = relative(folder);
        if (TreePaths.isAbsolute(inside)) {
            return disk.list(inside);
        }
        String start = inside.equals(".") ? "" : inside + "/";
        Map<String, Entry> entries = new TreeMap<>();
        for (String file : files.tailMap(start).keySet()) {
            if (!file.startsWith(start)) {
                break;
            }
            int slash = file.indexOf('/', start.length());
            String name = file.substring(start.length(), slash < 0 ? file.length() : slash);
            entries.putIfAbsent(name, new Entry(name, slash >= 0));
        }
        List<Entry> sorted = new ArrayList<>(entries.values());
        sorted.sort(Comparator.comparing(Entry::name));
        return sorted;
    }

    @Override
    public void close() {
        repository.close();
    }
}
