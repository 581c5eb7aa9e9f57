package dev.milliner.upstream;

import dev.milliner.ground.FileTrouble;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.source.BoundedFile;
import dev.milliner.source.DiskTree;
import dev.milliner.source.OutsideFiles;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import dev.milliner.source.UnreadableFileException;
import dev.milliner.source.UnreadableName;
import dev.milliner.spec.ByteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of the folder that a local file lies in, with those of its sub-folders. Links to files are followed. */
public final class LocalSources {
    private static final int ORDINARY = 0644;

    /** The most that is read of one component, in bytes. */
    private static final long MOST = 768L << 20;

    /** What a file counts at least, so that links cannot make small ones without number. */
    private static final long LEAST_COST = 16L << 10;

    private final SourceTree tree;
    private final boolean followsFolders;
    private final Set<String> above = new HashSet<>();
    private final NavigableMap<String, SourceFile> files = new TreeMap<>();
    private final List<String> folders = new ArrayList<>();
    private long left = MOST;

    private LocalSources(SourceTree tree, boolean followsFolders) {
        this.tree = tree;
        this.followsFolders = followsFolders;
    }

    /**
     * Reads a component's folder. Links to folders are refused, as azldev does.
     *
     * @param tree the tree
     * @param spec the component's spec
     * @throws SourceUnavailableException when the spec is not there, or a file beside it cannot be read
     */
    static Sources ofComponent(SourceTree tree, String spec) throws SourceUnavailableException {
        return read(tree, spec, false);
    }

    /**
     * Reads a folder, unsaved texts and committed ones included, as the tree has them. Links to folders are followed.
     *
     * @param tree the tree
     * @param spec a spec or another file in the folder
     * @throws SourceUnavailableException when the file is not there, or one beside it cannot be read
     */
    public static Sources read(SourceTree tree, String spec) throws SourceUnavailableException {
        return read(tree, spec, true);
    }

    private static Sources read(SourceTree tree, String spec, boolean followsFolders)
            throws SourceUnavailableException {
        if (!tree.exists(spec)) {
            throw new SourceUnavailableException(tree.relative(spec) + " does not exist.");
        }
        LocalSources local = new LocalSources(tree, followsFolders);
        try {
            local.collect(TreePaths.folder(tree.absolute(spec)), "");
        } catch (IOException unreadable) {
            throw new SourceUnavailableException(
                    "A file beside " + tree.relative(spec) + " cannot be read: " + FileTrouble.words(unreadable),
                    unreadable);
        }
        return new Sources(local.files, local.folders);
    }

    /** A file's bytes: the disk's, unless the tree has another text for it. */
    static byte[] bytes(SourceTree tree, Path file) throws IOException {
        if (tree.outsideFiles() == OutsideFiles.UNSEEN && !tree.holds(file.toString())) {
            throw new UnreadableFileException(file, "lies outside of the tree, so it is not read");
        }
        if (tree.holding(file.toString()) instanceof DiskTree) {
            return BoundedFile.read(file, BoundedFile.LARGEST_SOURCE);
        }
        Optional<String> text = tree.read(file.toString());
        boolean same = Files.isRegularFile(file) && text.equals(new DiskTree(tree.root()).read(file.toString()));
        return same || text.isEmpty()
                ? BoundedFile.read(file, BoundedFile.LARGEST_SOURCE)
                : ByteText.encode(text.get());
    }

    private void collect(String folder, String prefix) throws IOException {
        String real = tree.real(folder);
        if (!above.add(real)) {
            throw new IOException(folder + " is a link to a folder that it lies in. Remove it.");
        }
        List<SourceTree.Entry> entries = tree.list(folder);
        for (String lost : tree.unnamed()) {
            if (TreePaths.folder(lost).equals(folder)) {
                throw new IOException(tree.relative(lost) + " cannot be copied, as its name " + UnreadableName.words());
            }
        }
        for (SourceTree.Entry entry : entries) {
            String path = TreePaths.join(folder, entry.name());
            if (!entry.folder()) {
                files.put(prefix + entry.name(), file(path));
            } else if (!followsFolders && tree.isLink(path)) {
                throw new IOException(
                        tree.relative(path) + " is a link to a folder, which azldev does not copy. Put the"
                                + " folder itself there, or remove the link.");
            } else {
                folders.add(prefix + entry.name());
                collect(path, prefix + entry.name() + "/");
            }
        }
        above.remove(real);
    }

    private SourceFile file(String path) throws IOException {
        byte[] bytes = bytes(tree, Path.of(path));
        left -= bytes.length + LEAST_COST;
        if (left < 0) {
            throw new IOException(
                    "the files there are more than " + (MOST >> 20) + " MiB together, which is not read.");
        }
        return new SourceFile(bytes, mode(Path.of(path)));
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
