package dev.milliner.solve;

import dev.milliner.rpm.Nevra;

/**
 * A package of an answer.
 *
 * @param nevra its full name
 * @param repository the id of the repository it comes from
 * @param size installed, in bytes
 * @param downloadSize of its rpm, in bytes
 * @param source the name of its source package, without version
 * @param license as its spec says
 * @param summary one line
 * @param phase the phase that installs it, counted from 0
 * @param reason why the solver chose it
 */
public record SolvedPackage(
        Nevra nevra,
        String repository,
        long size,
        long downloadSize,
        String source,
        String license,
        String summary,
        int phase,
        SolveReason reason) {}
