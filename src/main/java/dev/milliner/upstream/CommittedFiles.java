package dev.milliner.upstream;

import dev.milliner.overlay.SourceFile;
import dev.milliner.source.TreePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of a commit as a checkout of it has them: what a link leads to stands in its place.
 *
 * @param repository the repository
 * @param tree the commit's tree
 */
record CommittedFiles(Repository repository, AnyObjectId tree) {
    private static final int RUNNABLE = 0755;
    private static final int ORDINARY = 0644;

    /** How many links may lead to one file, as on Linux. */
    private static final int MOST_LINKS = 40;

    /**
     * A file.
     *
     * @throws SourceUnavailableException where it is a link that leads to no file of the commit
     */
    SourceFile file(String path) throws IOException, SourceUnavailableException {
        String at = path;
        for (int links = 0; links < MOST_LINKS; links++) {
            try (TreeWalk found = at.startsWith("../") ? null : TreeWalk.forPath(repository, at, tree)) {
                if (found == null || found.isSubtree()) {
                    break;
                }
                byte[] bytes = repository.open(found.getObjectId(0)).getBytes();
                FileMode mode = found.getFileMode(0);
                if (!FileMode.SYMLINK.equals(mode)) {
                    return new SourceFile(bytes, FileMode.EXECUTABLE_FILE.equals(mode) ? RUNNABLE : ORDINARY);
                }
                at = TreePaths.join(TreePaths.folder(at), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        throw new SourceUnavailableException("The dist-git's " + path
                + " is a link that leads to no file of it, so the sources cannot be copied. Ask upstream to mend it.");
    }
}
