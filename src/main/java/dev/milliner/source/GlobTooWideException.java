package dev.milliner.source;

import java.io.Serial;

/** A glob would look through more of the disk than a distro can need. */
public final class GlobTooWideException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    GlobTooWideException(int most) {
        super("leads through more than %,d files and folders".formatted(most));
    }

    /** What is the matter, to follow the glob. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
