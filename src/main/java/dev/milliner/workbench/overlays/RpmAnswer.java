package dev.milliner.workbench.overlays;

import dev.milliner.build.evaluate.ComponentEvaluation;

/** What rpm has said of the component in focus. */
sealed interface RpmAnswer {
    /** There is nothing to ask: no component, no sources, or nothing done to them. */
    record Nothing() implements RpmAnswer {}

    /** The user has not said that the tree is trusted, so rpm was not asked. */
    record Untrusted() implements RpmAnswer {}

    /** It is being asked. */
    record Asking() implements RpmAnswer {}

    /**
     * It has answered.
     *
     * @param evaluation what it makes of the sources before and after
     */
    record Told(ComponentEvaluation evaluation) implements RpmAnswer {}

    /**
     * It could not be asked.
     *
     * @param reason why, and what to do
     */
    record Unavailable(String reason) implements RpmAnswer {}
}
