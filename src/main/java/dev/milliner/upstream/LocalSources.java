package dev.milliner.upstream;

import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.source.DiskTree;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import dev.milliner.spec.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of the folder that a local file lies in, with those of its sub-folders. Links are followed, as azldev does. */
public final class LocalSources {
    private static final int ORDINARY = 0644;

    private LocalSources() {}

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
            collect(tree, TreePaths.folder(tree.absolute(spec)), "", files);
        } catch (IOException unreadable) {
            throw new SourceUnavailableException(
                    "A file beside " + tree.relative(spec) + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return new Sources(files);
    }

    /** A file's bytes: the disk's, unless the tree has another text for it. */
    static byte[] bytes(SourceTree tree, Path file) throws IOException {
        if (tree instanceof DiskTree) {
            return Files.readAllBytes(file);
        }
        Optional<String> text = tree.read(file.toString());
        boolean same = Files.isRegularFile(file) && text.equals(new DiskTree(tree.root()).read(file.toString()));
        return same || text.isEmpty() ? Files.readAllBytes(file) : ByteText.encode(text.get());
    }

    private static void collect(SourceTree tree, String folder, String prefix, NavigableMap<String, SourceFile> files)
            throws IOException {
        for (SourceTree.Entry entry : tree.list(folder)) {
            String path = TreePaths.join(folder, entry.name());
            if (entry.folder()) {
                collect(tree, path, prefix + entry.name() + "/", files);
            } else {
                files.put(prefix + entry.name(), new SourceFile(bytes(tree, Path.of(path)), mode(Path.of(path))));
            }
        }
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
