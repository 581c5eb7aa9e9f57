package dev.milliner.serve.mcp;

import java.io.Serial;

/** A call that is not answered; the message says why and what to do. */
final class RefusedCall extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    RefusedCall(String reason) {
        super(reason);
    }

    /** Why, in a sentence or two. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
