package dev.milliner.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the text of a distro comes from. Paths are relative to {@link #root} with {@code /} between names, or absolute
 * for files outside of it.
 */
public interface SourceTree {
    /** The folder that holds {@code azldev.toml}, absolute. */
    Path root();

    /** The text of a file, or empty where there is no such file. */
    Optional<String> read(String path);

    /** Tells whether there is a file or folder. */
    boolean exists(String path);

    /**
     * The files that a doublestar pattern matches, in the order azldev finds them.
     *
     * @param pattern a pattern relative to the root, or absolute
     */
    List<String> files(String pattern);
}
