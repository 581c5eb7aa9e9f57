package dev.milliner.solve.worker;

import dev.milliner.solve.DnfGeneration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Which packages an argument of {@code dnf install} means, after its {@code Base.install}. */
final class Candidates {
    private final PackagePool pool;
    private final Set<Integer> excluded;
    private final DnfGeneration generation;

    /**
     * Among all packages but some.
     *
     * @param excluded packages that are not there
     * @param generation whose rules count
     */
    Candidates(PackagePool pool, Set<Integer> excluded, DnfGeneration generation) {
        this.pool = pool;
        this.excluded = excluded;
        this.generation = generation;
    }

    /**
     * One of each of these is asked for. A pattern asks for every package whose name it fits, one that is a pattern in its
     * architecture for each architecture. For a bare name what obsoletes it will do as well.
     */
    List<Set<Integer>> of(String argument) {
        Subject.Found found = new Subject(pool, excluded).find(argument);
        if (found.packages().isEmpty()) {
            return List.of();
        }
        if (found.form().map(form -> Glob.isPattern(form.architecture())).orElse(false)) {
            return eachArchitecture(found.packages());
        }
        if (Glob.isPattern(argument) && !Subject.isFile(argument)) {
            return eachName(found);
        }
        return List.of(found.isJustName() ? withObsoleters(found.packages()) : found.packages());
    }

    private List<Set<Integer>> eachName(Subject.Found found) {
        List<Set<Integer>> choices = new ArrayList<>();
        for (Set<Integer> same : by(pool.solvables()::name, found.packages()).values()) {
            // What is there and comes from nowhere now is not touched.
            if (!same.stream().allMatch(pool.installed()::isCopy)) {
                choices.add(found.isJustName() ? withObsoleters(same) : same);
            }
        }
        return choices;
    }

    private List<Set<Integer>> eachArchitecture(Set<Integer> packages) {
        List<Set<Integer>> choices = new ArrayList<>();
        for (Set<Integer> same : by(this::nameAndArchitecture, packages).values()) {
            if (same.stream().noneMatch(pool.installed()::isCopy)) {
                choices.add(withAllObsoleters(same));
            }
        }
        return choices;
    }

    private String nameAndArchitecture(int id) {
        return pool.solvables().name(id) + "." + pool.solvables().text(id, "solvable:arch");
    }

    private static Map<String, Set<Integer>> by(Function<Integer, String> key, Collection<Integer> packages) {
        Map<String, Set<Integer>> groups = new TreeMap<>();
        packages.forEach(id -> groups.computeIfAbsent(key.apply(id), missing -> new LinkedHashSet<>())
                .add(id));
        return groups;
    }

    private Set<Integer> withObsoleters(Set<Integer> packages) {
        return switch (generation) {
            case DNF4 -> withAllObsoleters(packages);
            case DNF5 -> {
                boolean there = packages.stream().anyMatch(pool.installed()::isCopy);
                yield with(packages, there ? packages : latest(packages));
            }
        };
    }

    /** With what obsoletes any of them. */
    Set<Integer> withAllObsoleters(Set<Integer> packages) {
        return with(packages, packages);
    }

    private Set<Integer> with(Set<Integer> packages, Collection<Integer> obsoleted) {
        Set<Integer> all = new LinkedHashSet<>(packages);
        for (int one : obsoleted) {
            for (int obsoleter : pool.relations().obsoleters(pool.installed().original(one))) {
                all.add(obsoleter);
                all.add(pool.installed().copy(obsoleter));
            }
        }
        all.removeAll(excluded);
        return all;
    }

    private List<Integer> latest(Set<Integer> packages) {
        List<Integer> latest = new ArrayList<>();
        for (Set<Integer> same : by(this::nameAndArchitecture, packages).values()) {
            int first = same.iterator().next();
            for (int one : same) {
                if (pool.preference(one, first) > 0) {
                    first = one;
                }
            }
            for (int one : same) {
                if (pool.preference(one, first) == 0) {
                    latest.add(one);
                }
            }
        }
        return latest;
    }
}
