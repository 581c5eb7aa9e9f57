package dev.milliner.solve.worker;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Packages that must not come for a weak dependency's sake, after libdnf's {@code Goal::exclude_from_weak_autodetect}: what is
 * installed already did without them.
 */
final class WeakExclusions {
    private final PackagePool pool;
    private final List<Integer> installed;
    private final Set<Integer> there;
    private final Set<Integer> excluded;

    /**
     * On top of packages that are there.
     *
     * @param installed Ids of the repositories' packages
     * @param excluded packages that do not come at all
     */
    WeakExclusions(PackagePool pool, List<Integer> installed, Set<Integer> excluded) {
        this.pool = pool;
        this.installed = installed;
        this.there = new HashSet<>(installed);
        this.excluded = excluded;
    }

    Set<Integer> find() {
        Set<Integer> found = new TreeSet<>();
        for (int id : installed) {
            for (int dependency : pool.relations().recommends(id)) {
                found.addAll(unmet(dependency));
            }
        }
        Set<String> names = new HashSet<>();
        installed.forEach(id -> names.add(pool.solvables().name(id)));
        for (int id : pool.relations().supplementing()) {
            if (!names.contains(pool.solvables().name(id)) && !excluded.contains(id) && supplements(id)) {
                found.add(id);
            }
        }
        found.removeIf(pool.installed()::isCopy);
        return found;
    }

    /** What would serve a recommendation, where nothing that is there does, whatever its version. */
    private Set<Integer> unmet(int dependency) {
        String text = pool.solvables().capability(dependency);
        if (text.startsWith("(")) {
            return Set.of();
        }
        int blank = text.indexOf(' ');
        int wanted = blank < 0 ? dependency : pool.text(text.substring(0, blank));
        Set<Integer> providers = new LinkedHashSet<>(pool.providing(wanted));
        providers.removeAll(excluded);
        boolean met = providers.stream().anyMatch(pool.installed()::isCopy);
        return met ? Set.of() : providers;
    }

    private boolean supplements(int id) {
        return Arrays.stream(pool.solvables().ids(id, "solvable:supplements"))
                .filter(one -> !pool.solvables().capability(one).startsWith("("))
                .flatMap(one -> Arrays.stream(pool.relations().providers(one)))
                .anyMatch(there::contains);
    }
}
