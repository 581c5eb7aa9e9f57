package dev.milliner.command;

import java.io.Serial;

/** What was given cannot be used; the message says why and what to do. */
public final class InputException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With a message in one plain sentence or two. */
    public InputException(String message) {
        super(message);
    }
}
