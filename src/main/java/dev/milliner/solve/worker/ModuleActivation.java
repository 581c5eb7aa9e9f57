package dev.milliner.solve.worker;

import dev.milliner.solve.modules.ModuleBuild;
import java.util.Set;

/**
 * Which builds of modules count.
 *
 * @param builds those that do
 * @param outcome how it came about
 */
record ModuleActivation(Set<ModuleBuild> builds, Outcome outcome) {
    /** How builds were chosen. */
    enum Outcome {
        /** All streams together. */
        SOUND,
        /** Some default streams cannot be had with the others and were left out. */
        WITHOUT_DEFAULTS,
        /** Not all in their newest builds. */
        NOT_THE_NEWEST,
        /** Streams that are switched on cannot be had together. */
        BROKEN
    }

    /** Where there are no modules. */
    static final ModuleActivation NONE = new ModuleActivation(Set.of(), Outcome.SOUND);

    ModuleActivation {
        builds = Set.copyOf(builds);
    }
}
