package dev.milliner.build.run;

import java.io.Serial;

/** The build was asked to stop. */
public final class BuildStopped extends Exception {
    @Serial
    private static final long serialVersionUID = 1;
}
