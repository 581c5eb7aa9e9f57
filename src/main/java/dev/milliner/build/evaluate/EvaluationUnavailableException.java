package dev.milliner.build.evaluate;

import java.io.Serial;

/** rpm cannot be asked on this host. The message says why and what would help. */
public final class EvaluationUnavailableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    EvaluationUnavailableException(String message) {
        super(message);
    }

    EvaluationUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message. */
    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
