package dev.milliner.distro;

import java.util.List;

/** Finds for each value of a merged table the layers that set it. */
final class Provenance {
    private Provenance() {}

    /** The values of a merged table with their layers, in the order of the format. */
    static List<ResolvedValue> of(Shape.Table shape, TableValue merged, List<NamedLayer> layers) {
        return List.of();
    }
}
