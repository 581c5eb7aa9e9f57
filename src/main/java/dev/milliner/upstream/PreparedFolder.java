package dev.milliner.upstream;

import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.util.FileUtils;

/** Writes sources into a folder. */
public final class PreparedFolder {
    private PreparedFolder() {}

    /**
     * The folder for a component's sources.
     *
     * @param parent holds one folder for each component
     * @param component the component's name
     * @throws IOException where the name would lead out of it
     */
    public static Path of(Path parent, String component) throws IOException {
        Path whole = parent.toAbsolutePath().normalize();
        Path folder;
        try {
            folder = whole.resolve(component).normalize();
        } catch (InvalidPathException unfit) {
            throw new IOException("The component's name is no name of a folder. Use a plain name.", unfit);
        }
        if (!whole.equals(folder.getParent()) || !folder.endsWith(component)) {
            throw new IOException("The component's name '" + component + "' leads out of " + whole
                    + ", so nothing was written. Use a plain name.");
        }
        return folder;
    }

    /**
     * Writes them, whole or not at all.
     *
     * @param folder made where it is not there; it must be empty
     * @throws IOException when a file cannot be written, or would lie outside of the folder
     */
    public static void write(Sources sources, Path folder) throws IOException {
        Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
        Path making = Files.createTempDirectory(parent, ".preparing");
        try {
            Path whole = Files.createDirectory(making.resolve("whole"));
            fill(sources, whole);
            Files.move(whole, folder, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            FileUtils.delete(making.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
        }
    }

    private static void fill(Sources sources, Path folder) throws IOException {
        for (String path : sources.folders()) {
            Files.createDirectories(inside(folder, path));
        }
        for (Map.Entry<String, SourceFile> entry : sources.files().entrySet()) {
            Path file = inside(folder, entry.getKey());
            // Made with its permissions, so that the user's mask holds as it does for azldev.
            try (SeekableByteChannel channel = Files.newByteChannel(
                    file,
                    EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(
                            permissions(entry.getValue().mode())))) {
                Channels.newOutputStream(channel).write(entry.getValue().bytes());
            }
        }
    }

    private static Path inside(Path folder, String path) throws IOException {
        Path inside = folder.resolve(path).normalize();
        if (!inside.startsWith(folder) || inside.equals(folder)) {
            throw new IOException("The source file " + path + " would lie outside of " + folder);
        }
        return inside;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        int bit = 0400;
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            if ((mode & bit) != 0) {
                permissions.add(permission);
            }
            bit >>= 1;
        }
        return permissions;
    }
}
