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
    private final Path root;
    private final FileMemory<String> texts = new FileMemory<>(path -> TomlText.decode(Files.readAllBytes(path)));
    private final FileMemory<List<Entry>> listings = new FileMemory<>(DiskTree::entries);

    /** A tree under a folder. */
    public DiskTree(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public Optional<String> read(String path) {
        try {
            return Optional.of(texts.get(root.resolve(path)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public boolean exists(String path) {
        return Files.exists(root.resolve(path));
    }

    @Override
    public boolean isFolder(String path) {
        return Files.isDirectory(root.resolve(path));
    }

    @Override
    public List<Entry> list(String folder) {
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
