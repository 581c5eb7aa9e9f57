package dev.milliner.solve.worker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The packages of a pool by their names. */
final class PackageNames {
    private final PackagePool pool;
    private final Map<String, List<Integer>> byName = new TreeMap<>();

    PackageNames(PackagePool pool) {
        this.pool = pool;
    }

    /** All names; read once, because there are tens of thousands. */
    Set<String> all() {
        return index().keySet();
    }

    private Map<String, List<Integer>> index() {
        if (byName.isEmpty()) {
            for (int id : pool.all()) {
                if (pool.isInstallable(id)) {
                    byName.computeIfAbsent(pool.solvables().name(id), missing -> new ArrayList<>())
                            .add(id);
                }
            }
        }
        return byName;
    }

    /** What has a name, what is installed included. */
    Set<Integer> named(String name) {
        Set<Integer> named = new LinkedHashSet<>();
        int id = pool.solv().number("pool_str2id", pool.address(), name, 0);
        if (id != 0) {
            for (int solvable : pool.select(SolverFlag.SELECT_NAME, id)) {
                named.add(solvable);
            }
        }
        return named;
    }

    /** What has a name that fits a pattern, what is installed included. */
    Set<Integer> matching(Glob glob, String pattern) {
        Set<Integer> matching = new LinkedHashSet<>();
        index().forEach((name, ids) -> {
            if (pattern.equals("*") || glob.matches(pattern, name)) {
                ids.forEach(id -> add(matching, id));
            }
        });
        return matching;
    }

    private void add(Set<Integer> packages, int id) {
        packages.add(id);
        packages.add(pool.installed().copy(id));
    }

    /** What has a full name that fits a pattern. */
    Set<Integer> matchingInFull(Glob glob, String pattern) {
        Set<Integer> matching = new LinkedHashSet<>();
        boolean epoch = pattern.indexOf(':') >= 0;
        index().values()
                .forEach(ids -> ids.forEach(id -> {
                    String full = pool.facts(id).nevra().toString();
                    if (epoch && pool.facts(id).nevra().version().epoch() == 0) {
                        String name = pool.facts(id).nevra().name();
                        full = name + "-0:" + full.substring(name.length() + 1);
                    }
                    if (glob.matches(pattern, full)) {
                        add(matching, id);
                    }
                }));
        return matching;
    }
}
