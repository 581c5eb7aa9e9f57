package dev.milliner.source;

import dev.milliner.toml.TomlText;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A tree on the disk. Each answer is what the disk holds at that moment; texts and listings whose time stamps have not
 * changed are not read again.
 */
public final class DiskTree implements SourceTree {
    private static final String OUTSIDE = "lies outside of the tree, so it is not read. Copy it into the tree";

    private final Path root;
    private final OutsideFiles outsideFiles;
    private final FileMemory<String> texts =
            new FileMemory<>(path -> TomlText.decode(BoundedFile.read(path, BoundedFile.LARGEST_TEXT)));
    private final FileMemory<List<Entry>> listings = new FileMemory<>(DiskTree::entries);

    /** A tree under a folder, which takes in nothing from outside. */
    public DiskTree(Path root) {
        this(root, OutsideFiles.REFUSED);
    }

    /**
     * A tree under a folder.
     *
     * @param outsideFiles whether files from outside may go into what is made of it
     */
    public DiskTree(Path root, OutsideFiles outsideFiles) {
        this.root = root.toAbsolutePath().normalize();
        this.outsideFiles = outsideFiles;
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public FileContent content(String path) {
        Path file = root.resolve(path);
        if (isUnseen(path)) {
            return new FileContent.Unreadable(OUTSIDE);
        }
        try {
            return new FileContent.Text(texts.get(file));
        } catch (UnreadableFileException unreadable) {
            return new FileContent.Unreadable(unreadable.why());
        } catch (IOException absent) {
            return BoundedFile.fault(file, BoundedFile.LARGEST_TEXT)
                    .<FileContent>map(FileContent.Unreadable::new)
                    .orElseGet(FileContent.Absent::new);
        }
    }

    @Override
    public Optional<String> fault(String path) {
        return isUnseen(path) ? Optional.of(OUTSIDE) : BoundedFile.fault(root.resolve(path), BoundedFile.LARGEST_TEXT);
    }

    /** Tells whether a path leads outside, where nothing of that is to be seen. */
    private boolean isUnseen(String path) {
        return outsideFiles == OutsideFiles.UNSEEN && !real(path).equals(real(".")) && !holds(path);
    }

    @Override
    public boolean exists(String path) {
        return !isUnseen(path) && Files.exists(root.resolve(path));
    }

    @Override
    public boolean isFolder(String path) {
        return !isUnseen(path) && Files.isDirectory(root.resolve(path));
    }

    @Override
    public String real(String path) {
        return real(root.resolve(path).normalize()).toString();
    }

    /** Of what is not there, its folder counts. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            Path folder = path.getParent();
            return folder == null ? path : real(folder).resolve(String.valueOf(path.getFileName()));
        }
    }

    @Override
    public OutsideFiles outsideFiles() {
        return outsideFiles;
    }

    @Override
    public boolean isLink(String folder) {
        return Files.isSymbolicLink(root.resolve(folder));
    }

    @Override
    public List<Entry> list(String folder) {
        if (isUnseen(folder)) {
            return List.of();
        }
        try {
            return listings.get(root.resolve(folder));
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static List<Entry> entries(Path folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                entries.add(new Entry(String.valueOf(path.getFileName()), Files.isDirectory(path)));
            }
        }
        entries.sort(Comparator.comparing(Entry::name));
        return List.copyOf(entries);
    }
}
