package dev.milliner.upstream;

import java.io.Serial;

/** A component's sources cannot be had. The message says why, and what to do where something can be done. */
public final class SourceUnavailableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /** Says why. */
    public SourceUnavailableException(String message) {
        super(message);
    }

    /** Says why, with what was the cause. */
    public SourceUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message. */
    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
