package dev.milliner.solve.comps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * The groups and environments of all repositories, as DNF puts them together.
 *
 * @param groups by id
 * @param environments by id
 */
public record Comps(Map<String, PackageGroup> groups, Map<String, Environment> environments) {
    /** None. */
    public static final Comps NONE = new Comps(Map.of(), Map.of());

    /** With maps that nobody changes. */
    public Comps {
        groups = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        environments = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(environments));
    }

    /** The same with those of another repository. */
    public Comps with(Comps later) {
        Map<String, PackageGroup> allGroups = new LinkedHashMap<>(groups);
        later.groups.forEach((id, group) -> allGroups.merge(id, group, PackageGroup::with));
        Map<String, Environment> allEnvironments = new LinkedHashMap<>(environments);
        later.environments.forEach((id, one) -> allEnvironments.merge(id, one, Environment::with));
        return new Comps(allGroups, allEnvironments);
    }

    /**
     * The groups a text means, those of environments among them: by id or name, else by a pattern in any case.
     *
     * @param matches tells of a pattern and a text whether they fit
     */
    public List<PackageGroup> matching(String text, BiPredicate<String, String> matches) {
        List<PackageGroup> found =
                new ArrayList<>(matching(groups, PackageGroup::id, PackageGroup::name, text, matches));
        for (Environment environment : matching(environments, Environment::id, Environment::name, text, matches)) {
            for (String id : environment.groups()) {
                PackageGroup group = groups.get(id);
                if (group != null && !found.contains(group)) {
                    found.add(group);
                }
            }
        }
        return found;
    }

    /** Tells whether an environment is meant, which may be empty. */
    public boolean knows(String text, BiPredicate<String, String> matches) {
        return !matching(groups, PackageGroup::id, PackageGroup::name, text, matches)
                        .isEmpty()
                || !matching(environments, Environment::id, Environment::name, text, matches)
                        .isEmpty();
    }

    private static <T> List<T> matching(
            Map<String, T> all,
            java.util.function.Function<T, String> id,
            java.util.function.Function<T, String> name,
            String text,
            BiPredicate<String, String> matches) {
        List<T> exact = all.values().stream()
                .filter(one -> id.apply(one).equals(text) || name.apply(one).equals(text))
                .toList();
        return !exact.isEmpty()
                ? exact
                : all.values().stream()
                        .filter(one -> matches.test(text, id.apply(one)) || matches.test(text, name.apply(one)))
                        .toList();
    }
}
