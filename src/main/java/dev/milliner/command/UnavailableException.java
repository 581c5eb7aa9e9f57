package dev.milliner.command;

import java.io.Serial;

/** A tool or a service that is needed is missing or failed; the message says which and what to do. */
final class UnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnavailableException(String message) {
        super(message);
    }
}
