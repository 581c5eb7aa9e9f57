package dev.milliner.build.history;

import dev.milliner.build.host.BuildOwner;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.UserFolder;
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
        return new BuildStore(UserFolder.STATE.ours().resolve("builds"));
    }

    /** The one that holds the folder of a build. */
    public static BuildStore holding(BuildFolder build) {
        return new BuildStore(java.util.Objects.requireNonNull(build.path().getParent()));
    }

    /** Makes the folder of a new build, named after the moment and the image. */
    public BuildFolder create(String image) throws IOException {
        return new BuildFolder(newFolder(image));
    }

    /**
     * Makes the folder of a new build, named after the moment and what is built.
     *
     * @param subject the name of an image or a component
     * @return absolute, without symbolic links
     */
    public Path newFolder(String subject) throws IOException {
        try {
            return makeFolder(subject);
        } catch (IOException failure) {
            throw new IOException("The build's folder cannot be made: " + FileTrouble.words(failure), failure);
        }
    }

    private Path makeFolder(String subject) throws IOException {
        Files.createDirectories(folder);
        String name = LocalDateTime.now(java.time.ZoneId.systemDefault()).format(TIME) + "-"
                + subject.replaceAll("[^A-Za-z0-9._-]", "_");
        for (int attempt = 1; ; attempt++) {
            Path path = folder.resolve(attempt == 1 ? name : name + "-" + attempt);
            try {
                Files.createDirectory(path);
                BuildFolder made = new BuildFolder(path.toRealPath());
                BuildOwner.self().write(made.owner());
                return made.path();
            } catch (FileAlreadyExistsException taken) {
                // Another build of the same name began in the same second.
            }
        }
    }

    /** What is remembered of its builds. */
    public BuildHistory history() {
        return new BuildHistory(folder.resolve("history.db"));
    }

    /**
     * Deletes a build's folder with all that is in it.
     *
     * @throws IOException when something is mounted below it, it is no folder of this store, or a file cannot be deleted
     */
    public void delete(BuildRecord build) throws IOException {
        Path place = build.folder().toAbsolutePath().normalize();
        if (!place.startsWith(folder.toRealPath()) || place.equals(folder.toRealPath())) {
            throw new IOException("The folder " + place + " of " + build.id() + " is none of this store.");
        }
        new BuildFolder(place).delete(place);
    }
}
