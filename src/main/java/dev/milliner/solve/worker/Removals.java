package dev.milliner.solve.worker;

import dev.milliner.rpm.Nevra;
import dev.milliner.solve.Removal;
import dev.milliner.solve.SolvePhase;
import dev.milliner.solve.SolveRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Solves a request again and again, each time without one of the things it asks for. */
final class Removals {
    private final PackagePool pool;
    private final SolveRequest request;

    Removals(PackagePool pool, SolveRequest request) {
        this.pool = pool;
        this.request = request;
    }

    List<Removal> of(List<Integer> packages) {
        Set<String> first = new TreeSet<>(request.phases().getFirst().install());
        Set<String> later = new TreeSet<>();
        request.phases().stream().skip(1).forEach(phase -> later.addAll(phase.install()));
        later.removeAll(first);
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < packages.size(); i++) {
            places.put(packages.get(i), i);
        }
        List<Removal> removals = new ArrayList<>();
        // What is installed changes only between first phases; those that share one are done together.
        Set<String> there = request.phases().size() > 1 ? namesAfterFirst() : Set.of();
        for (String name : later) {
            // What a first phase installed stays whether a later one asks for it or not.
            if (there.contains(name)) {
                removals.add(new Removal(name, List.of(), List.of(), 0));
            } else {
                add(removals, name, packages, places);
            }
        }
        first.forEach(name -> pool.solve(request.phases().getFirst().without(name), List.of(), false));
        first.forEach(name -> add(removals, name, packages, places));
        restore();
        return removals;
    }

    private Set<String> namesAfterFirst() {
        Set<String> names = new HashSet<>();
        pool.solve(request.phases().getFirst(), List.of(), true)
                .packages()
                .forEach(id -> names.add(pool.facts(id).nevra().name()));
        return names;
    }

    /** The next request most likely builds on the same first phase. */
    private void restore() {
        if (request.phases().size() > 1) {
            pool.installed()
                    .set(pool.solve(request.phases().getFirst(), List.of(), true)
                            .packages());
        }
    }

    private void add(List<Removal> removals, String name, List<Integer> packages, Map<Integer, Integer> places) {
        List<Integer> installed = List.of();
        for (SolvePhase phase : request.phases()) {
            PhaseOutcome outcome = pool.solve(phase.without(name), installed, false);
            if (!outcome.problems().isEmpty()) {
                return;
            }
            installed = outcome.packages();
        }
        Set<Integer> left = new HashSet<>(installed);
        List<Integer> leaves = new ArrayList<>();
        long size = 0;
        for (int id : packages) {
            if (!left.remove(id)) {
                leaves.add(places.get(id));
                size += pool.facts(id).size();
            }
        }
        List<Nevra> comes = new ArrayList<>();
        for (int id : left) {
            comes.add(pool.facts(id).nevra());
            size -= pool.facts(id).size();
        }
        removals.add(new Removal(name, leaves, comes, size));
    }
}
