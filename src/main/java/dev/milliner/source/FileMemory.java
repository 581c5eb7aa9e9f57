package dev.milliner.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was read of files and folders while their time stamps stay. What changed within the last second is read
 * anew, because a second change could carry the same stamp.
 */
final class FileMemory<T> {
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private record Kept<T>(
            FileTime modified, long size, @Nullable Object key, T value) {}

    /** Reads a file or folder. */
    interface Reading<T> {
        T read(Path path) throws IOException;
    }

    private final Map<Path, Kept<T>> kept = new ConcurrentHashMap<>();
    private final Reading<T> reading;

    FileMemory(Reading<T> reading) {
        this.reading = reading;
    }

    T get(Path path) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        Kept<T> known = kept.get(path);
        if (known != null
                && known.modified().equals(now.lastModifiedTime())
                && known.size() == now.size()
                && Objects.equals(known.key(), now.fileKey())) {
            return known.value();
        }
        Instant settled = Instant.now().minus(SETTLED);
        T value = reading.read(path);
        if (now.lastModifiedTime().toInstant().isBefore(settled)) {
            kept.put(path, new Kept<>(now.lastModifiedTime(), now.size(), now.fileKey(), value));
        } else {
            kept.remove(path);
        }
        return value;
    }
}
