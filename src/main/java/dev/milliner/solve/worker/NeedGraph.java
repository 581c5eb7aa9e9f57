package dev.milliner.solve.worker;

import dev.milliner.solve.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who needs whom among the packages of an answer: requires times what provides them. */
final class NeedGraph {
    private final PackagePool pool;
    private final boolean weak;
    private final int marker;

    NeedGraph(PackagePool pool, boolean weak) {
        this.pool = pool;
        this.weak = weak;
        this.marker = pool.solvables().key("solvable:prereqmarker");
    }

    List<Need> of(List<Integer> packages) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < packages.size(); i++) {
            places.put(packages.get(i), i);
        }
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < packages.size(); i++) {
            Set<Integer> served = new HashSet<>(Set.of(i));
            add(needs, i, pool.relations().requires(packages.get(i)), places, served, false);
            if (weak) {
                add(needs, i, pool.relations().recommends(packages.get(i)), places, served, true);
            }
        }
        return needs;
    }

    private void add(
            List<Need> needs, int from, int[] wanted, Map<Integer, Integer> places, Set<Integer> served, boolean soft) {
        for (int dependency : wanted) {
            if (dependency == marker) {
                continue;
            }
            for (int provider : pool.relations().providers(dependency)) {
                Integer to = places.get(provider);
                if (to != null && served.add(to)) {
                    needs.add(new Need(from, to, pool.solvables().capability(dependency), soft));
                }
            }
        }
    }
}
