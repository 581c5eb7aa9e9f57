package dev.milliner.source;

import dev.milliner.toml.TomlText;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
    private final FileMemory<Listing> listings = new FileMemory<>(DiskTree::entries);
    private final Map<Path, List<String>> unnamed = new ConcurrentHashMap<>();

    /**
     * What a folder holds.
     *
     * @param unnamed what has a name that is no text
     */
    private record Listing(List<Entry> entries, List<String> unnamed) {}

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
            Path there = root.resolve(folder).normalize();
            Listing listing = listings.get(there);
            if (listing.unnamed().isEmpty()) {
                unnamed.remove(there);
            } else {
                unnamed.put(there, listing.unnamed());
            }
            return listing.entries();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    @Override
    public List<String> unnamed() {
        return unnamed.values().stream().flatMap(List::stream).sorted().toList();
    }

    private static Listing entries(Path folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<String> unnamed = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                String name = String.valueOf(path.getFileName());
                if (leadsTo(path, folder, name)) {
                    entries.add(new Entry(name, Files.isDirectory(path)));
                } else {
                    unnamed.add(folder + "/" + name);
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::name));
        return new Listing(List.copyOf(entries), List.copyOf(unnamed));
    }

    /** Names are bytes; one that is no text of this locale's encoding does not come back from its text. */
    private static boolean leadsTo(Path path, Path folder, String name) {
        try {
            return folder.resolve(name).equals(path);
        } catch (InvalidPathException unwritable) {
            return false;
        }
    }
}
