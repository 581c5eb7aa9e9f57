package dev.milliner.source;

import java.io.Serial;

/** A pattern, or the part of one that is looked for, has a bracket that is not closed. */
public final class MalformedGlobException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    MalformedGlobException(String pattern) {
        super("syntax error in the pattern `" + pattern + "`");
    }
}
