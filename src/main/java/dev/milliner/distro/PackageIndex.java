package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which package groups list which package. It is kept from one load to the next while no group changes, for it holds
 * tens of thousands of names.
 *
 * @param groups the groups it was made of
 * @param entries the packages in the order they are first listed
 * @param names the names of these
 * @param problems packages that two groups list
 */
record PackageIndex(List<Named> groups, Map<String, Entry> entries, List<String> names, List<Problem> problems) {
    /**
     * A listed package.
     *
     * @param groups the groups that list it, by name, as often as they do
     * @param place where it is listed first
     */
    record Entry(List<String> groups, Place place) {}

    static PackageIndex of(Map<String, Named> packageGroups) {
        List<Named> groups = new ArrayList<>(packageGroups.values());
        groups.sort(Comparator.comparing((Named named) -> named.key().file())
                .thenComparingInt(named -> named.key().range().line()));
        Map<String, Entry> entries = LinkedHashMap.newLinkedHashMap(40_000);
        Problems problems = new Problems();
        for (Named group : groups) {
            List<String> alone = List.of(group.name());
            for (Value item : group.table().items("packages")) {
                if (item instanceof TextValue(String name, Place place)) {
                    Entry first = entries.putIfAbsent(name, new Entry(alone, place));
                    if (first != null) {
                        again(name, place, group, first, entries, problems);
                    }
                }
            }
        }
        return new PackageIndex(
                List.copyOf(packageGroups.values()), entries, List.copyOf(entries.keySet()), problems.list());
    }

    private static void again(
            String name, Place place, Named group, Entry first, Map<String, Entry> entries, Problems problems) {
        if (!first.groups().contains(group.name())) {
            problems.error(
                    "package-in-two-groups",
                    "The package '" + name + "' is in the package groups '"
                            + first.groups().getFirst() + "' and '" + group.name() + "'. Leave it in one.",
                    place);
        }
        List<String> both = new ArrayList<>(first.groups());
        both.add(group.name());
        both.sort(Comparator.naturalOrder());
        entries.put(name, new Entry(List.copyOf(both), first.place()));
    }

    /** Tells whether it was made of just these groups. */
    @SuppressWarnings("ReferenceEquality") // unchanged files give the same tables again; to compare them deeply is slow
    boolean isOf(Map<String, Named> packageGroups) {
        if (packageGroups.size() != groups.size()) {
            return false;
        }
        int index = 0;
        for (Named group : packageGroups.values()) {
            if (groups.get(index++).table() != group.table()) {
                return false;
            }
        }
        return true;
    }
}
