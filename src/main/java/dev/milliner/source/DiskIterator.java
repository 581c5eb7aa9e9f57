package dev.milliner.source;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.CoreConfig.EolStreamType;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.util.FS;

/**
 * The files of a work tree, for git's walks. Pipes, devices and the like are left out: they are no files to git, and to read one may never
 * end. What files are called is remembered.
 */
public final class DiskIterator extends FileTreeIterator {
    private final DiskHashes hashes;

    private DiskIterator(Repository repository, DiskHashes hashes) {
        super(repository, DiskIterator::mode);
        this.hashes = hashes;
    }

    private DiskIterator(DiskIterator around, File folder) {
        super(around, folder, around.fs, around.fileModeStrategy);
        hashes = around.hashes;
    }

    /** Those of a repository. */
    public static FileTreeIterator of(Repository repository) {
        return of(repository, new DiskHashes());
    }

    /** Those of a repository, with what is remembered of them. */
    public static FileTreeIterator of(Repository repository, DiskHashes hashes) {
        return new DiskIterator(repository, hashes);
    }

    private static FileMode mode(File file, FS.Attributes attributes) {
        boolean special = !attributes.isRegularFile() && !attributes.isDirectory() && !attributes.isSymbolicLink();
        return special ? FileMode.MISSING : FileTreeIterator.DefaultFileModeStrategy.INSTANCE.getMode(file, attributes);
    }

    @Override
    public AbstractTreeIterator createSubtreeIterator(ObjectReader reader) {
        return new DiskIterator(this, getEntryFile());
    }

    @Override
    protected AbstractTreeIterator enterSubtree() {
        return new DiskIterator(this, getEntryFile());
    }

    @Override
    public byte[] idBuffer() {
        if (!isKeptAsItIs()) {
            return super.idBuffer();
        }
        String path = getEntryPathString();
        DiskHashes.Stamp stamp = new DiskHashes.Stamp(getEntryLength(), getEntryLastModifiedInstant());
        Optional<ObjectId> known = hashes.of(path, stamp);
        if (known.isPresent()) {
            byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
            known.get().copyRawTo(id, 0);
            return id;
        }
        byte[] id = super.idBuffer();
        hashes.remember(path, stamp, ObjectId.fromRaw(id));
        return id;
    }

    /** Attributes can have git keep a file otherwise than it is on the disk, and can themselves change. */
    private boolean isKeptAsItIs() {
        try {
            return (getEntryRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE
                    && getCleanFilterCommand() == null
                    && getEolStreamType() == EolStreamType.DIRECT;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
