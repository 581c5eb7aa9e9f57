package dev.milliner.workbench.drop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What somebody drags onto the window, as far as its name and its first bytes tell. */
public sealed interface Dropped {
    /** Where it is, absolute. */
    Path path();

    /** A folder that is a distro. */
    record Tree(Path path) implements Dropped {}

    /** Any other folder. */
    record Folder(Path path) implements Dropped {}

    /** What is no text: what a build may have made. */
    record Artifact(Path path) implements Dropped {}

    /** What a build may have printed. */
    record Log(Path path) implements Dropped {}

    /** A patch. */
    record Patch(Path path) implements Dropped {}

    /** Any other file. */
    record Text(Path path) implements Dropped {}

    /** How much of a file tells whether it is text. */
    int LOOKED_AT = 8192;

    /** What a path leads to; its file is looked into. */
    static Dropped of(Path named) {
        Path path = named.toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            return Files.isRegularFile(path.resolve("azldev.toml")) ? new Tree(path) : new Folder(path);
        }
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (isBinary(path)) {
            return new Artifact(path);
        } else if (name.endsWith(".log")) {
            return new Log(path);
        } else if (name.endsWith(".patch") || name.endsWith(".diff")) {
            return new Patch(path);
        }
        return new Text(path);
    }

    /** A device or a pipe is not looked into, as it might never answer. */
    private static boolean isBinary(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            for (byte one : bytes.readNBytes(LOOKED_AT)) {
                if (one == 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            // Whoever opens it says why it can't be.
            return false;
        }
    }

    /** Its name without its folders. */
    default String name() {
        return String.valueOf(path().getFileName());
    }
}
