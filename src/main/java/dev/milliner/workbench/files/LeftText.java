package dev.milliner.workbench.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An unsaved text that an earlier workbench left.
 *
 * @param file where it is kept
 * @param kept the text
 */
public record LeftText(Path file, KeptText kept) {
    /**
     * Gives it up, after it was saved, taken over or declined.
     *
     * @throws IOException if it can't be deleted
     */
    public void forget() throws IOException {
        Files.deleteIfExists(file);
    }
}
