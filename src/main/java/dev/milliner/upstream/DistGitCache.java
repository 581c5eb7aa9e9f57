package dev.milliner.upstream;

import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.UserFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
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
        // JGit otherwise measures the disk's clock for seconds before it reads the first file.
        FS.FileStoreAttributes.setBackground(true);
    }

    private DistGitCache() {}

    /**
     * Opens a repository.
     *
     * @param address its address
     * @param branch the branch that must be there; fetched again for each call, where the host can be reached
     * @param root the distro's root
     */
    static Repository open(String address, String branch, Path root) throws SourceUnavailableException, IOException {
        if (address.startsWith(FILE)) {
            return local(address, root);
        }
        Path folder = cache().resolve(name(address));
        try {
            return Files.isDirectory(folder) ? fetched(folder, branch) : cloned(address, branch, folder);
        } catch (GitAPIException unreachable) {
            throw new SourceUnavailableException(
                    "The dist-git " + address + " cannot be fetched: " + FileTrouble.words(unreachable), unreachable);
        }
    }

    /** Tells whether a repository can be read without the network. */
    static boolean isAtHand(String address) {
        return address.startsWith(FILE) || Files.isDirectory(cache().resolve(name(address)));
    }

    /** Opens a repository that is at hand, as it was when it was last fetched. */
    static Repository kept(String address, Path root) throws SourceUnavailableException, IOException {
        return address.startsWith(FILE) ? local(address, root) : existing(cache().resolve(name(address)));
    }

    private static Repository local(String address, Path root) throws SourceUnavailableException, IOException {
        String path = address.substring(FILE.length());
        Path folder = path.startsWith(HERE) ? root.resolve(path.substring(HERE.length())) : Path.of(path);
        for (Path place : places(folder)) {
            if (RepositoryCache.FileKey.isGitRepository(place.toFile(), FS.DETECTED)) {
                return existing(place);
            }
        }
        throw new SourceUnavailableException("There is no dist-git at " + folder + ".");
    }

    /** Where git looks for a repository, in its order: a work tree's own first. */
    private static List<Path> places(Path folder) {
        Path named = folder.resolveSibling(folder.getFileName() + ".git");
        return List.of(folder.resolve(".git"), folder, named.resolve(".git"), named);
    }

    private static Repository cloned(String address, String branch, Path folder) throws IOException, GitAPIException {
        Files.createDirectories(folder.getParent());
        Path making = Files.createTempDirectory(folder.getParent(), "cloning");
        String head = "refs/heads/" + branch;
        try {
            Git.cloneRepository()
                    .setURI(address)
                    .setBare(true)
                    .setDirectory(making.toFile())
                    .setBranchesToClone(List.of(head))
                    .setBranch(head)
                    .setTimeout(TIMEOUT_SECONDS)
                    .call()
                    .close();
            Files.move(making, folder);
        } finally {
            // A clone that failed half way leaves nothing behind.
            FileUtils.delete(making.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
        }
        return existing(folder);
    }

    private static Repository fetched(Path folder, String branch) throws IOException {
        Repository repository = existing(folder);
        String head = "refs/heads/" + branch;
        try (Git git = new Git(repository)) {
            git.fetch()
                    .setRefSpecs(new RefSpec("+" + head + ":" + head))
                    .setTimeout(TIMEOUT_SECONDS)
                    .call();
        } catch (GitAPIException offline) {
            // What is kept serves while the host cannot be reached.
            return existing(folder);
        }
        return existing(folder);
    }

    private static Repository existing(Path folder) throws IOException {
        return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
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
