package dev.milliner.review;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** What was kept of reviews can't be read. */
final class DamagedNotesException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    DamagedNotesException(Path file, Throwable cause) {
        super(file + " holds no notes that can be read; the next one moves it aside", cause);
    }
}
