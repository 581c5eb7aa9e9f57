package dev.milliner.rpm;

import java.io.IOException;
import java.io.Serial;

/** A repository cannot be used; the message names it and says why. */
public class RepositoryException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With a message in one plain sentence or two. */
    public RepositoryException(String message) {
        super(message);
    }

    /** With a message and what lies behind it. */
    public RepositoryException(String message, Throwable reason) {
        super(message, reason);
    }
}
