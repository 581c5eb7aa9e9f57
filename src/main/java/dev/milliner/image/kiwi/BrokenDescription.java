package dev.milliner.image.kiwi;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.text.Place;
import java.io.IOException;

/** A description of which nothing could be read; the message says file and line. */
public final class BrokenDescription extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    BrokenDescription(String message, Place place) {
        super(place.file() + ":" + place.range().line() + ": " + message);
        problem = new Problem(Severity.ERROR, "kiwi-unreadable", message, place);
    }

    /** What is wrong with it. */
    public Problem problem() {
        return problem;
    }
}
