package dev.milliner.solve.comps;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /**
     * The same with what a group of the same id of a later repository adds, as libcomps puts them together: a package of
     * both takes the place of the first of its name, and where that was taken before, it does not count.
     */
    PackageGroup with(PackageGroup later) {
        List<GroupPackage> all = new ArrayList<>(packages);
        List<String> names = packages.stream().map(GroupPackage::name).toList();
        Set<String> replaced = new HashSet<>();
        for (GroupPackage one : later.packages) {
            int known = names.indexOf(one.name());
            if (known < 0) {
                all.add(one);
            } else if (replaced.add(one.name())) {
                all.set(known, one);
            }
        }
        return new PackageGroup(id, later.name.isEmpty() ? name : later.name, all);
    }
}
