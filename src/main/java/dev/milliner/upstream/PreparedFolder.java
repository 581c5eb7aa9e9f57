package dev.milliner.upstream;

import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

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
     * Writes them.
     *
     * @param folder made where it is not there
     * @throws IOException when a file cannot be written, or would lie outside of the folder
     */
    public static void write(Sources sources, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, SourceFile> entry : sources.files().entrySet()) {
            Path file = folder.resolve(entry.getKey()).normalize();
            if (!file.startsWith(folder.normalize())) {
                throw new IOException("The source file " + entry.getKey() + " would lie outside of " + folder);
            }
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue().bytes());
            Files.setPosixFilePermissions(file, permissions(entry.getValue().mode()));
        }
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
