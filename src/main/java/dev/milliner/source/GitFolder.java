package dev.milliner.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The folder of a git repository, as far as its keeper may have made it to show what lies elsewhere. */
public final class GitFolder {
    private static final String NAME = ".git";

    private GitFolder() {}

    /**
     * Opens a repository that was looked for.
     *
     * @throws IOException where it can't be read; JGit meets a configuration that is none with unchecked failures
     */
    public static Repository open(FileRepositoryBuilder found) throws IOException {
        try {
            return found.build();
        } catch (IllegalArgumentException broken) {
            throw new IOException(
                    "The configuration of the git repository " + found.getGitDir() + " can't be read.", broken);
        }
    }

    /**
     * Tells whether the repository of a tree may lead out of the tree: its {@code .git} is a link or names another folder, or
     * takes parts from one. A repository above the tree is not the tree's to make.
     *
     * @param root the tree's root
     */
    public static boolean leadsOutside(Path root) {
        Path git = root.resolve(NAME);
        return Files.exists(git, LinkOption.NOFOLLOW_LINKS)
                && (!Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS) || takesFromElsewhere(git));
    }

    /**
     * Tells whether a repository takes parts from other folders.
     *
     * @param git the folder with its objects
     */
    public static boolean takesFromElsewhere(Path git) {
        return Stream.of("commondir", "objects/info/alternates", "objects/info/http-alternates")
                        .anyMatch(name -> Files.exists(git.resolve(name), LinkOption.NOFOLLOW_LINKS))
                || Stream.of("objects", "objects/info", "objects/pack", "refs", "HEAD", "packed-refs", "config")
                        .anyMatch(name -> Files.isSymbolicLink(git.resolve(name)));
    }
}
