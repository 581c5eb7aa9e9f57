package dev.milliner.command;

import dev.milliner.build.boot.BootException;
import dev.milliner.upstream.SourceUnavailableException;

/** Whose fault it is that something was not had: that of what was given, or of what it takes to reach or start it. */
final class Unreachable {
    private Unreachable() {}

    /** Of a component's sources. */
    static RuntimeException told(SourceUnavailableException failure) {
        return failure.isOutOfReach()
                ? new UnavailableException(failure.reason())
                : new InputException(failure.reason());
    }

    /** Of an artifact that is to be started. */
    static RuntimeException told(BootException failure) {
        return failure.isOfArtifact()
                ? new InputException(failure.reason())
                : new UnavailableException(failure.reason());
    }
}
