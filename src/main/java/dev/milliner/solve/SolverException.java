package dev.milliner.solve;

import java.io.IOException;
import java.io.Serial;

/** The solver cannot answer: it is missing, it died, it took too long, or it cannot read what it was given. */
public final class SolverException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Cause {
        /** Something must be installed; the message says what. */
        MISSING,
        /** A repository's metadata cannot be read. */
        METADATA,
        /** The worker died. */
        DIED,
        /** The time limit passed. */
        TIME,
        /** Anything else. */
        FAILED
    }

    private final Cause kind;

    /** With a message in one plain sentence or two. */
    public SolverException(Cause kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What went wrong. */
    public Cause kind() {
        return kind;
    }
}
