package dev.milliner.upstream;

import dev.milliner.ground.FetchTrouble;
import dev.milliner.ground.UserFolder;
import dev.milliner.source.GitClock;
import dev.milliner.source.GitFolder;
import dev.milliner.source.OutsideFiles;
import dev.milliner.source.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FileUtils;

/** Dist-git repositories: those on this host are read where they lie, others are kept below the user's cache. */
final class DistGitCache {
    private static final String FILE = "file://";
    /** What a program's own folder is called in an address; the distro's root stands for it here. */
    private static final String HERE = "/proc/self/cwd/";

    /** How long a server may say nothing. */
    private static final int TIMEOUT_SECONDS = 20;

    static {
        GitClock.tell();
    }

    private DistGitCache() {}

    /**
     * A repository that was opened.
     *
     * @param repository the repository
     * @param stale why it is as it was when it was last fetched, or empty
     */
    record Opened(Repository repository, Optional<FetchTrouble> stale) implements AutoCloseable {
        @Override
        public void close() {
            repository.close();
        }
    }

    /**
     * Opens a repository.
     *
     * @param address its address
     * @param branch the branch that must be there; fetched again for each call, where the host can be reached
     * @param commit the commit that is wanted alone; where it is at hand, nothing is fetched
     * @param tree the distro's tree
     */
    static Opened open(String address, String branch, Optional<String> commit, SourceTree tree)
            throws SourceUnavailableException, IOException {
        if (address.startsWith(FILE)) {
            return new Opened(local(address, tree), Optional.empty());
        }
        Path folder = cache().resolve(name(address));
        try {
            return Files.isDirectory(folder)
                    ? fetched(folder, branch, commit)
                    : new Opened(cloned(address, branch, folder), Optional.empty());
        } catch (GitAPIException failed) {
            FetchTrouble trouble = FetchTrouble.of(failed);
            String message = "The dist-git " + address + " cannot be fetched: " + trouble.words() + ".";
            throw trouble.mistaken()
                    ? new SourceUnavailableException(message, failed)
                    : SourceUnavailableException.outOfReach(message, failed);
        }
    }

    /** Tells whether a repository can be read without the network. */
    static boolean isAtHand(String address) {
        return address.startsWith(FILE) || Files.isDirectory(cache().resolve(name(address)));
    }

    /** Opens a repository that is at hand, as it was when it was last fetched. */
    static Repository kept(String address, SourceTree tree) throws SourceUnavailableException, IOException {
        return address.startsWith(FILE) ? local(address, tree) : existing(cache().resolve(name(address)));
    }

    private static Repository local(String address, SourceTree tree) throws SourceUnavailableException, IOException {
        String path = address.substring(FILE.length());
        Path folder = path.startsWith(HERE) ? tree.root().resolve(path.substring(HERE.length())) : Path.of(path);
        for (Path place : places(folder)) {
            if (RepositoryCache.FileKey.isGitRepository(place.toFile(), FS.DETECTED)) {
                if (tree.outsideFiles() == OutsideFiles.UNSEEN
                        && (!tree.holds(place.toString()) || GitFolder.takesFromElsewhere(place))) {
                    throw new SourceUnavailableException(
                            "The dist-git " + address + " lies outside of the tree, so it is not read.");
                }
                return existing(place);
            }
        }
        throw SourceUnavailableException.outOfReach("There is no dist-git at " + folder + ".", null);
    }

    /** Where git looks for a repository, in its order: a work tree's own first. */
    private static List<Path> places(Path folder) {
        Path named = folder.resolveSibling(folder.getFileName() + ".git");
        return List.of(folder.resolve(".git"), folder, named.resolve(".git"), named);
    }

    private static Repository cloned(String address, String branch, Path folder) throws IOException, GitAPIException {
        Path all = Files.createDirectories(cache());
        HalfClones.sweep(all);
        Path making = HalfClones.begin(all);
        String head = "refs/heads/" + branch;
        try {
            Tries.USUAL.of(() -> {
                FileUtils.delete(making.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
                Git.cloneRepository()
                        .setURI(address)
                        .setBare(true)
                        .setDirectory(making.toFile())
                        .setBranchesToClone(List.of(head))
                        .setBranch(head)
                        .setTimeout(TIMEOUT_SECONDS)
                        .call()
                        .close();
                return making;
            });
            move(making, folder);
        } finally {
            // A clone that failed half way leaves nothing behind.
            FileUtils.delete(making.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
        }
        return existing(folder);
    }

    /** Another process may have been quicker; its clone is as good. */
    private static void move(Path making, Path folder) throws IOException {
        try {
            Files.move(making, folder);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException there) {
            if (!Files.isDirectory(folder)) {
                throw there;
            }
        }
    }

    private static Opened fetched(Path folder, String branch, Optional<String> commit) throws IOException {
        Repository repository = existing(folder);
        String head = "refs/heads/" + branch;
        if (commit.isPresent()
                && repository.resolve(head) != null
                && repository.resolve(commit.get() + "^{commit}") != null) {
            return new Opened(repository, Optional.empty());
        }
        try (Git git = new Git(repository)) {
            Tries.USUAL.of(() -> git.fetch()
                    .setRefSpecs(new RefSpec("+" + head + ":" + head))
                    .setTimeout(TIMEOUT_SECONDS)
                    .call());
        } catch (GitAPIException offline) {
            // What is kept serves while the host cannot be reached.
            return new Opened(existing(folder), Optional.of(FetchTrouble.of(offline)));
        }
        return new Opened(existing(folder), Optional.empty());
    }

    private static Repository existing(Path folder) throws IOException {
        return GitFolder.open(
                new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare());
    }

    private static Path cache() {
        return UserFolder.CACHE.ours().resolve("dist-git");
    }

    private static String name(String address) {
        String last = address.substring(address.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._+-]", "_");
        int hash = java.util.Arrays.hashCode(address.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(hash) + "-" + last;
    }
}
