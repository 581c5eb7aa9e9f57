package dev.milliner.upstream;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.util.FileUtils;

/** Clones that are being made. Those of processes that have ended meanwhile, killed perhaps, are swept. */
final class HalfClones {
    private static final Pattern NAME = Pattern.compile("cloning(?:-(\\d+)-)?.*");

    private HalfClones() {}

    /** A folder to clone into, which says whose it is. */
    static Path begin(Path folder) throws IOException {
        return Files.createTempDirectory(
                folder, "cloning-" + ProcessHandle.current().pid() + "-");
    }

    /** Deletes those that nobody makes any more. What can't be deleted stays; it is in nobody's way. */
    static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> clones = Files.newDirectoryStream(folder, "cloning*")) {
            for (Path clone : clones) {
                if (isLeft(clone.getFileName().toString())) {
                    FileUtils.delete(
                            clone.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING | FileUtils.IGNORE_ERRORS);
                }
            }
        }
    }

    private static boolean isLeft(String name) {
        Matcher clone = NAME.matcher(name);
        return clone.matches()
                && (clone.group(1) == null
                        || ProcessHandle.of(Long.parseLong(clone.group(1))).isEmpty());
    }
}
