package dev.milliner.upstream;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A component's sources cannot be had. The message says why, and what to do where something can be done. */
public final class SourceUnavailableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final boolean outOfReach;

    /** Says why, of what is at fault in the tree or upstream. */
    public SourceUnavailableException(String message) {
        super(message);
        this.outOfReach = false;
    }

    /** The same, with what was the cause. */
    public SourceUnavailableException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private SourceUnavailableException(String message, @Nullable Throwable cause, boolean outOfReach) {
        super(message, cause);
        this.outOfReach = outOfReach;
    }

    /** Says why something that may be all right cannot be reached now: a network, a service, or what was not fetched yet. */
    static SourceUnavailableException outOfReach(String message, @Nullable Throwable cause) {
        return new SourceUnavailableException(message, cause, true);
    }

    /** Whether nothing is known to be at fault, but it cannot be reached now. */
    public boolean isOutOfReach() {
        return outOfReach;
    }

    /** The message. */
    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
