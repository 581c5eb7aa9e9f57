package dev.milliner.solve.comps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A group of packages.
 *
 * @param id such as {@code core}
 * @param name such as {@code Core}
 * @param packages what belongs to it
 */
public record PackageGroup(String id, String name, List<GroupPackage> packages) {
    /** With a list that nobody changes. */
    public PackageGroup {
        packages = List.copyOf(packages);
    }

    /** The same with what a group of the same id of a later repository adds; that one's word counts where both have one. */
    PackageGroup with(PackageGroup later) {
        Map<String, GroupPackage> all = new LinkedHashMap<>();
        packages.forEach(one -> all.put(one.name(), one));
        later.packages.forEach(one -> all.put(one.name(), one));
        return new PackageGroup(id, later.name.isEmpty() ? name : later.name, new ArrayList<>(all.values()));
    }

    PackageGroup of(String baseArchitecture) {
        return new PackageGroup(
                id,
                name,
                packages.stream().filter(one -> one.counts(baseArchitecture)).toList());
    }
}
