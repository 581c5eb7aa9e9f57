package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.source.TreePaths;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a tree has the definitions of its components. */
final class Habit {
    private static final String NAME = "\0";

    private final Distro distro;
    private final Map<String, Set<String>> byFile = new HashMap<>();

    Habit(Distro distro) {
        this.distro = distro;
        for (Component component : distro.components().values()) {
            byFile.computeIfAbsent(component.place().file(), file -> new HashSet<>())
                    .add(component.name());
        }
    }

    /** The components that a file defines. */
    Set<String> in(String file) {
        return byFile.getOrDefault(file, Set.of());
    }

    /** The file that defines most components; empty where there is none but one. */
    Optional<String> list(String otherThan) {
        return byFile.keySet().stream()
                .filter(file -> !file.isEmpty() && !file.startsWith("/") && !file.equals(otherThan))
                .filter(file -> in(file).size() > 1
                        || !file.contains(in(file).iterator().next()))
                .max((one, other) -> in(one).size() == in(other).size()
                        ? other.compareTo(one)
                        : Integer.compare(in(one).size(), in(other).size()));
    }

    /**
     * The file that a component of its own would have: as most of those that have one, else as the includes of its
     * list have it, else beside the list.
     */
    String ownFile(String name, String list) {
        Map<String, Integer> habits = new HashMap<>();
        byFile.forEach((file, names) -> {
            String only = names.iterator().next();
            if (names.size() == 1 && TreePaths.name(file).contains(only) && !file.equals(list)) {
                habits.merge(file.replace(only, NAME), 1, Integer::sum);
            }
        });
        return habits.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
                .map(habit -> habit.getKey().replace(NAME, name))
                .orElseGet(() -> IncludedPlace.of(distro, name, list));
    }
}
