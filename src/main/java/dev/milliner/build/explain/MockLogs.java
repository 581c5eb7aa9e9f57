package dev.milliner.build.explain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that mock writes of a build.
 *
 * @param console what it printed
 * @param inner {@code build.log} and {@code root.log}, as far as they are there
 */
record MockLogs(Optional<Path> console, List<Path> inner) {
    /** Empty where the log is not mock's, or one of its files alone. */
    static MockLogs of(Path log) {
        if (Files.isDirectory(log)) {
            return new MockLogs(Optional.empty(), in(log));
        }
        String name = String.valueOf(log.getFileName());
        Path folder = log.resolveSibling(name.endsWith(".log") ? name.substring(0, name.length() - 4) : name);
        if (!Files.isDirectory(folder) || in(folder).isEmpty()) {
            return new MockLogs(Optional.empty(), List.of());
        }
        return new MockLogs(Optional.of(log), in(folder));
    }

    boolean isEmpty() {
        return inner.isEmpty();
    }

    private static List<Path> in(Path folder) {
        return Stream.of("build.log", "root.log")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }
}
