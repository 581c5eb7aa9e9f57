package dev.milliner.solve.comps;

import java.util.Arrays;
import java.util.Optional;

/** How much a package belongs to its group. */
public enum PackageType {
    /** Always. */
    MANDATORY,
    /** Unless it is left out. */
    DEFAULT,
    /** Only where it is asked for. */
    OPTIONAL,
    /** Where another package is there. */
    CONDITIONAL;

    /** What comps.xml calls so. */
    public static Optional<PackageType> of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
