package dev.milliner.workbench.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * An unsaved text.
 *
 * @param root the distro's root folder
 * @param path the file's path below it
 * @param base the text that was on disk when it was edited
 * @param text the unsaved text
 * @param saved when it was kept, in milliseconds since 1970
 */
public record KeptText(String root, String path, String base, String text, long saved) {
    private static final ObjectMapper JSON = JsonMapper.shared();

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws IllegalArgumentException where it is cut, or no such text
     */
    static KeptText of(String json) {
        try {
            KeptText read = JSON.readValue(json, KeptText.class);
            if (read == null || isNull(read.root, read.path, read.base, read.text)) {
                throw new IllegalArgumentException("It lacks a part.");
            }
            Path ignored = Path.of(read.root).resolve(read.path);
            return read;
        } catch (JacksonException | InvalidPathException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static boolean isNull(@Nullable String... parts) {
        for (String part : parts) {
            if (part == null) {
                return true;
            }
        }
        return false;
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    /** When it was kept. */
    public Instant time() {
        return Instant.ofEpochMilli(saved);
    }
}
