package dev.milliner.upstream;

import dev.milliner.ground.FileTrouble;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.source.BoundedFile;
import dev.milliner.source.DiskTree;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import dev.milliner.spec.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of the folder that a local file lies in, with those of its sub-folders. Links are followed, as azldev does. */
public final class LocalSources {
    private static final int ORDINARY = 0644;

    /** The most that is read of one component, in bytes. */
    private static final long MOST = 768L << 20;

    /** What a file counts at least, so that links cannot make small ones without number. */
    private static final long LEAST_COST = 16L << 10;

    private final SourceTree tree;
    private final Set<String> above = new HashSet<>();
    private long left = MOST;

    private LocalSources(SourceTree tree) {
        this.tree = tree;
    }

    /**
     * Reads a folder, unsaved texts and committed ones included, as the tree has them.
     *
     * @param tree the tree
     * @param spec a spec or another file in the folder
     * @throws SourceUnavailableException when the file is not there, or one beside it cannot be read
     */
    public static Sources read(SourceTree tree, String spec) throws SourceUnavailableException {
        if (!tree.exists(spec)) {
            throw new SourceUnavailableException(tree.relative(spec) + " does not exist.");
        }
        TreeMap<String, SourceFile> files = new TreeMap<>();
        try {
            new LocalSources(tree).collect(TreePaths.folder(tree.absolute(spec)), "", files);
        } catch (IOException unreadable) {
            throw new SourceUnavailableException(
                    "A file beside " + tree.relative(spec) + " cannot be read: " + FileTrouble.words(unreadable),
                    unreadable);
        }
        return new Sources(files);
    }

    /** A file's bytes: the disk's, unless the tree has another text for it. */
    static byte[] bytes(SourceTree tree, Path file) throws IOException {
        if (tree instanceof DiskTree) {
            return BoundedFile.read(file, BoundedFile.LARGEST_SOURCE);
        }
        Optional<String> text = tree.read(file.toString());
        boolean same = Files.isRegularFile(file) && text.equals(new DiskTree(tree.root()).read(file.toString()));
        return same || text.isEmpty()
                ? BoundedFile.read(file, BoundedFile.LARGEST_SOURCE)
                : ByteText.encode(text.get());
    }

    private void collect(String folder, String prefix, NavigableMap<String, SourceFile> files) throws IOException {
        String real = tree.real(folder);
        if (!above.add(real)) {
            throw new IOException(folder + " is a link to a folder that it lies in. Remove it.");
        }
        for (SourceTree.Entry entry : tree.list(folder)) {
            String path = TreePaths.join(folder, entry.name());
            if (entry.folder()) {
                collect(path, prefix + entry.name() + "/", files);
            } else {
                byte[] bytes = bytes(tree, Path.of(path));
                left -= bytes.length + LEAST_COST;
                if (left < 0) {
                    throw new IOException(
                            "the files there are more than " + (MOST >> 20) + " MiB together, which is not read.");
                }
                files.put(prefix + entry.name(), new SourceFile(bytes, mode(Path.of(path))));
            }
        }
        above.remove(real);
    }

    private static int mode(Path file) {
        try {
            int mode = 0;
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            for (PosixFilePermission permission : PosixFilePermission.values()) {
                mode = mode << 1 | (permissions.contains(permission) ? 1 : 0);
            }
            return mode;
        } catch (IOException | UnsupportedOperationException notOnDisk) {
            return ORDINARY;
        }
    }
}
