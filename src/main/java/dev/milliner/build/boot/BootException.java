package dev.milliner.build.boot;

import java.io.Serial;

/** An artifact cannot be started here; the message says why and what to do. */
public final class BootException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final boolean ofArtifact;

    /** Says what this host lacks. */
    BootException(String message) {
        this(message, false);
    }

    private BootException(String message, boolean ofArtifact) {
        super(message);
        this.ofArtifact = ofArtifact;
    }

    /** Says what is wrong with what was asked for. */
    static BootException ofArtifact(String message) {
        return new BootException(message, true);
    }

    /** Whether what was asked for is at fault, rather than what this host has to start it with. */
    public boolean isOfArtifact() {
        return ofArtifact;
    }

    /** What is wrong, in a sentence or two. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
