package dev.milliner.source;

import java.io.File;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.util.FS;

/** The files of a work tree, for git's walks. */
public final class DiskIterator {
    private DiskIterator() {}

    /** Those of a repository. Pipes, devices and the like are left out: they are no files to git, and to read one may never end. */
    public static FileTreeIterator of(Repository repository) {
        return new FileTreeIterator(repository, DiskIterator::mode);
    }

    private static FileMode mode(File file, FS.Attributes attributes) {
        boolean special = !attributes.isRegularFile() && !attributes.isDirectory() && !attributes.isSymbolicLink();
        return special ? FileMode.MISSING : FileTreeIterator.DefaultFileModeStrategy.INSTANCE.getMode(file, attributes);
    }
}
