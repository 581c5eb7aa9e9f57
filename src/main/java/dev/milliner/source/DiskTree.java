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

/** A tree on the disk, read anew at each call. */
public final class DiskTree implements SourceTree {
    private final Path root;

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
            return Optional.of(TomlText.decode(Files.readAllBytes(root.resolve(path))));
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
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(root.resolve(folder))) {
            for (Path path : paths) {
                entries.add(new Entry(String.valueOf(path.getFileName()), Files.isDirectory(path)));
            }
        } catch (IOException unreadable) {
            return List.of();
        }
        entries.sort(Comparator.comparing(Entry::name));
        return entries;
    }
}
