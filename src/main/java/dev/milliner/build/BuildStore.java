package dev.milliner.build;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Where builds have their folders.
 *
 * @param folder the folder that holds one folder for each build
 */
public record BuildStore(Path folder) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** The user's: {@code $XDG_STATE_HOME/milliner/builds}, else {@code ~/.local/state/milliner/builds}. */
    public static BuildStore ofUser() {
        return new BuildStore(UserFolder.of("XDG_STATE_HOME", ".local/state")
                .resolve("milliner")
                .resolve("builds"));
    }

    /** Makes the folder of a new build, named after the moment and the image. */
    BuildFolder create(String image) throws IOException {
        Files.createDirectories(folder);
        String name = LocalDateTime.now(java.time.ZoneId.systemDefault()).format(TIME) + "-"
                + image.replaceAll("[^A-Za-z0-9._-]", "_");
        for (int attempt = 1; ; attempt++) {
            Path path = folder.resolve(attempt == 1 ? name : name + "-" + attempt);
            try {
                Files.createDirectory(path);
                BuildFolder made = new BuildFolder(path.toRealPath());
                BuildOwner.self().write(made.owner());
                return made;
            } catch (FileAlreadyExistsException taken) {
                // Another build of the same image began in the same second.
            }
        }
    }
}
