package dev.milliner.solve.comps;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Several groups under one name.
 *
 * @param id such as {@code minimal-environment}
 * @param name such as {@code Minimal Install}
 * @param groups the ids of those that always belong to it
 */
public record Environment(String id, String name, List<String> groups) {
    /** With a list that nobody changes. */
    public Environment {
        groups = List.copyOf(groups);
    }

    Environment with(Environment later) {
        Set<String> all = new LinkedHashSet<>(groups);
        all.addAll(later.groups);
        return new Environment(id, later.name.isEmpty() ? name : later.name, List.copyOf(all));
    }
}
