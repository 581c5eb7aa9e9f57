package dev.milliner.build;

import java.io.Serial;

/** The build was asked to stop. */
final class BuildStopped extends Exception {
    @Serial
    private static final long serialVersionUID = 1;
}
