package dev.milliner.solve.comps;

import java.util.List;
import java.util.Optional;

/**
 * A package of a group.
 *
 * @param name its name
 * @param type how much it belongs to the group
 * @param requires the package that must be there for it to come, where it depends on one
 * @param baseOnly whether it comes for the base architecture alone
 * @param architectures base architectures that it counts for; empty for all
 */
public record GroupPackage(
        String name, PackageType type, Optional<String> requires, boolean baseOnly, List<String> architectures) {
    /** With a list that nobody changes. */
    public GroupPackage {
        architectures = List.copyOf(architectures);
    }

    /** Tells whether it counts for a base architecture. */
    boolean counts(String baseArchitecture) {
        return architectures.isEmpty() || architectures.contains(baseArchitecture);
    }
}
