package dev.milliner.build.run;

import dev.milliner.build.host.MountTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything of one build.
 *
 * @param path absolute, without symbolic links
 */
public record BuildFolder(Path path) {
    /** The name of the file that says whose build it is. */
    public static final String OWNER = "owner";

    /** The name of the file that lists the files of the image that was built. */
    public static final String FILES = "files.jsonl.gz";

    public String id() {
        return String.valueOf(path.getFileName());
    }

    /** The whole log as the listener heard it. */
    public Path log() {
        return path.resolve("build.log");
    }

    /** Says whose build it is while it runs. */
    public Path owner() {
        return path.resolve(OWNER);
    }

    /** KIWI's own log. */
    public Path kiwiLog() {
        return path.resolve("kiwi.log");
    }

    /** The artifacts. */
    public Path output() {
        return path.resolve("output");
    }

    /** The files of the image that was built. */
    public Path files() {
        return path.resolve(FILES);
    }

    /** What the tools take for the user's home. */
    public Path home() {
        return path.resolve("work/home");
    }

    /** What the tools take for the folder of temporary files. */
    public Path temporary() {
        return path.resolve("work/tmp");
    }

    /** KIWI's cache. Not shared between builds, as it would serve an old package of the same name and version. */
    public Path cache() {
        return path.resolve("work/cache");
    }

    /** The prepared sources, one folder for each component. */
    public Path sources() {
        return path.resolve("work/sources");
    }

    /** What rpmbuild works in. */
    public Path rpmbuild() {
        return path.resolve("work/rpmbuild");
    }

    /** What mock says and makes, one folder for each component. */
    public Path mock() {
        return path.resolve("mock");
    }

    /** The macros that mock lays over those of its root. */
    public Path mockMacros() {
        return path.resolve("work/mock.macros");
    }

    /** What stops mock and cleans up after it. */
    public Path leash() {
        return path.resolve("work/leash.py");
    }

    /** What keeps KIWI within the build. */
    public Path script() {
        return path.resolve("work/contain.sh");
    }

    /** What keeps specs from the host. */
    public Path confineScript() {
        return path.resolve("work/confine.sh");
    }

    /** Puts a script of Milliner's own into the build's folder, so that a command that is shown can be read. */
    public static void unpack(String script, Path target) throws IOException {
        try (InputStream text = BuildFolder.class.getResourceAsStream("/dev/milliner/build/" + script)) {
            if (text == null) {
                throw new IOException("Milliner's own script " + script + " is missing; install Milliner again");
            }
            Files.createDirectories(target.resolve("..").normalize());
            Files.copy(text, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The repository of the packages this build makes. */
    public Path repository() {
        return path.resolve("work/repository");
    }

    /** A copy of the image's description. */
    public Path description() {
        return path.resolve("work/description");
    }

    /** What KIWI works in. */
    public Path target() {
        return path.resolve("work/target");
    }

    /** Everything that can go when the build is over. */
    public Path work() {
        return path.resolve("work");
    }

    /**
     * Deletes a folder of this build. Refuses when anything is mounted below it: KIWI mounts the host's own folders
     * there, and deleting would go through.
     *
     * @throws IOException when something is mounted below it or a file cannot be deleted
     */
    public void delete(Path folder) throws IOException {
        if (!folder.startsWith(path) || Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> mounts = MountTable.below(folder);
        if (!mounts.isEmpty()) {
            throw new IOException("not deleted, as " + mounts.getFirst() + " is mounted");
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                // A package may bring folders that even their owner cannot write to.
                boolean ignored = directory.toFile().setWritable(true)
                        && directory.toFile().setReadable(true)
                        && directory.toFile().setExecutable(true);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
