package dev.milliner.build.explain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file among the inputs.
 *
 * @param name below the inputs
 * @param path where it is
 */
record InputFile(String name, Path path) {
    private static final long LONGEST = 8L << 20;

    /** Its lines; none where it is too long or cannot be read. */
    List<String> lines() {
        try {
            if (Files.size(path) > LONGEST) {
                return List.of();
            }
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
