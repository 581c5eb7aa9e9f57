package dev.milliner.serve.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the sample distro, which a test may harm. */
final class SampleTree {
    private static final Path SAMPLE = Path.of("sample-distros/bowler");

    private SampleTree() {}

    static Path in(Path folder) throws IOException {
        Path root = folder.resolve("bowler");
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.toList()) {
                Path copy = root.resolve(SAMPLE.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return root;
    }
}
