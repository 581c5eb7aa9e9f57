package dev.milliner.build.rpm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of some components must be built before which.
 *
 * @param needs for each component the others that make what it needs for its build
 * @param cycles components that need each other in a ring; for each ring one need is left out of {@code needs}
 */
record BuildOrder(Map<String, Set<String>> needs, List<List<String>> cycles) {
    /**
     * What a component makes and needs.
     *
     * @param makes the names of its packages and what else they provide
     * @param requires what its build requires, by name
     * @param runs what its packages require where they are installed, by name, as far as its spec says
     */
    record Links(Set<String> makes, Set<String> requires, Set<String> runs) {}

    static BuildOrder of(Map<String, Links> components) {
        Map<String, String> maker = new HashMap<>();
        components.forEach((name, links) -> links.makes().forEach(made -> maker.putIfAbsent(made, name)));
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        components.forEach((name, links) -> {
            Set<String> before = new TreeSet<>();
            links.requires().forEach(required -> {
                String by = maker.get(required);
                if (by != null && !by.equals(name)) {
                    before.add(by);
                }
            });
            needs.put(name, before);
        });
        List<List<String>> cycles = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        needs.keySet().forEach(name -> open(name, needs, new ArrayList<>(), done, cycles));
        BuildOrder order = new BuildOrder(needs, cycles);
        components.keySet().forEach(name -> order.install(name, components, maker));
        return order;
    }

    /** What a build needs is installed for it, with what that requires; it is left out where it would close a ring. */
    private void install(String name, Map<String, Links> components, Map<String, String> maker) {
        Set<String> own = needs.getOrDefault(name, Set.of());
        Deque<String> installed = new ArrayDeque<>(own);
        while (!installed.isEmpty()) {
            Links links = components.get(installed.pop());
            for (String required : links == null ? Set.<String>of() : links.runs()) {
                String by = maker.get(required);
                if (by != null && !by.equals(name) && !before(by).contains(name) && own.add(by)) {
                    installed.push(by);
                }
            }
        }
    }

    /** All components that must be made before one, also those that it needs by way of others. */
    Set<String> before(String name) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(needs.getOrDefault(name, Set.of()));
        while (!next.isEmpty()) {
            String one = next.pop();
            if (all.add(one)) {
                next.addAll(needs.getOrDefault(one, Set.of()));
            }
        }
        return all;
    }

    /** Takes the need out that closes a ring. */
    private static void open(
            String name,
            Map<String, Set<String>> needs,
            List<String> path,
            Set<String> done,
            List<List<String>> cycles) {
        if (done.contains(name)) {
            return;
        }
        path.add(name);
        Set<String> own = needs.getOrDefault(name, Set.of());
        for (String before : List.copyOf(own)) {
            int at = path.indexOf(before);
            if (at >= 0) {
                cycles.add(List.copyOf(path.subList(at, path.size())));
                own.remove(before);
            } else {
                open(before, needs, path, done, cycles);
            }
        }
        path.removeLast();
        done.add(name);
    }
}
