package dev.milliner.build.host;

import java.nio.file.Files;
import java.nio.file.Path;

/** The room in a file system for a folder that need not be there yet. */
public final class FreeSpace {
    private FreeSpace() {}

    /** How many bytes the user may still write. */
    public static long of(Path folder) {
        // Not of its FileStore, which looks for the mount and finds none in a changed root.
        return existing(folder).toFile().getUsableSpace();
    }

    /** The folder, or the nearest one above it that is there. */
    static Path existing(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.resolve("..").normalize();
        }
        return existing;
    }
}
