package dev.milliner.overlay;

import java.util.Optional;

/** Reads the files that overlays add to a component's sources. */
@FunctionalInterface
public interface SourceReader {
    /**
     * A file's bytes, or empty where there is no such file.
     *
     * @param path absolute
     * @throws OverlayException where there is one that is not read; the message says why
     */
    Optional<byte[]> read(String path) throws OverlayException;
}
