package dev.milliner.solve.comps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        for (GroupPackage one : later.packages) {
            Optional<GroupPackage> known = packages.stream()
                    .filter(other -> other.name().equals(one.name()))
                    .findFirst();
            if (known.isEmpty()) {
                all.add(one);
            } else {
                replace(all, known.get(), one);
            }
        }
        return new PackageGroup(id, later.name.isEmpty() ? name : later.name, all);
    }

    private static void replace(List<GroupPackage> all, GroupPackage known, GroupPackage one) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isLike(known)) {
                all.set(i, one);
                return;
            }
        }
    }
}
