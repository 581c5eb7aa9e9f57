package dev.milliner.build.run;

/** How a build ended. */
public enum Outcome {
    /** The artifacts are there. */
    SUCCEEDED,
    /** A stage failed; the problems say why. */
    FAILED,
    /** It was stopped. */
    STOPPED
}
