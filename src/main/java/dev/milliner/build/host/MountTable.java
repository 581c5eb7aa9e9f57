package dev.milliner.build.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is mounted in this process's namespace. */
public final class MountTable {
    private static final Path TABLE = Path.of("/proc/self/mountinfo");
    private static final int MOUNT_POINT = 4;

    private MountTable() {}

    /** The mount points at or below a folder. */
    public static List<Path> below(Path folder) throws IOException {
        return Files.readAllLines(TABLE).stream()
                .map(line -> Path.of(unescape(line.split(" ", -1)[MOUNT_POINT])))
                .filter(point -> point.startsWith(folder))
                .toList();
    }

    private static String unescape(String text) {
        return text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    }
}
