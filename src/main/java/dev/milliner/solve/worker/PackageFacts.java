package dev.milliner.solve.worker;

import dev.milliner.rpm.Nevra;
import dev.milliner.rpm.Version;

/** What is told of a package. */
record PackageFacts(Nevra nevra, long size, long downloadSize, String source, String license, String summary) {
    static PackageFacts of(Solvables solvables, int id) {
        return new PackageFacts(
                new Nevra(
                        solvables.name(id),
                        Version.of(solvables.text(id, "solvable:evr")),
                        solvables.text(id, "solvable:arch")),
                solvables.number(id, "solvable:installsize"),
                solvables.number(id, "solvable:downloadsize"),
                solvables.source(id),
                solvables.text(id, "solvable:license"),
                solvables.text(id, "solvable:summary"));
    }
}
