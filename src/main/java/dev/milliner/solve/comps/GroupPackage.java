package dev.milliner.solve.comps;

import java.util.Optional;

/**
 * A package of a group.
 *
 * @param name its name
 * @param type how much it belongs to the group
 * @param requires the package that must be there for it to come, where it depends on one
 * @param baseOnly whether it comes for the base architecture alone
 */
public record GroupPackage(String name, PackageType type, Optional<String> requires, boolean baseOnly) {}
