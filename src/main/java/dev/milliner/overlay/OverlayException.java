package dev.milliner.overlay;

import java.io.Serial;

/** An overlay that cannot be applied. The message says what is missing. */
public final class OverlayException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /** Says what is missing. */
    public OverlayException(String message) {
        super(message);
    }

    /** The message. */
    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
