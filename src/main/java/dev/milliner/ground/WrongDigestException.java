package dev.milliner.ground;

import java.io.IOException;
import java.io.Serial;

/** What was fetched is not what it should be. */
public final class WrongDigestException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String found;

    WrongDigestException(String from, String algorithm, String found, String expected) {
        super(from + " has the " + algorithm + " " + found + ", not " + expected + " as it should");
        this.found = found;
    }

    /** The digest that it has, in lower-case hexadecimal. */
    public String found() {
        return found;
    }
}
