package dev.milliner.upstream;

import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Writes sources into a folder. */
public final class PreparedFolder {
    private PreparedFolder() {}

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
