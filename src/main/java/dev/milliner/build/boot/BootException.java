package dev.milliner.build.boot;

import java.io.Serial;

/** An artifact cannot be started here; the message says why and what to do. */
public final class BootException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    BootException(String message) {
        super(message);
    }
}
