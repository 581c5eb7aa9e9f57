package dev.milliner.distro;

import dev.milliner.source.GlobReach;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All components: those that are defined, and those that only a group's spec glob finds. */
final class Components {
    private final Merged merged;
    private final ComponentAssembly assembly;
    private final Map<String, List<SpecGlobs.Found>> foundByGroup = new TreeMap<>();
    private final Map<String, List<Find>> findsByComponent = new HashMap<>();
    private final Map<String, List<Problem>> problems = new HashMap<>();
    private final NavigableMap<String, Component> all;

    Components(
            SourceTree tree,
            Merged merged,
            DefaultDistro defaultDistro,
            ComponentAssembly assembly,
            GlobReach reach,
            Problems shared) {
        this.merged = merged;
        this.assembly = assembly;
        Map<String, Component> made = make(new SpecGlobs(tree, reach, shared));
        defaultDistro.check(shared, !made.isEmpty());
        List<Component> sorted = new ArrayList<>(made.values());
        sorted.sort(Comparator.comparing(Component::name));
        this.all = InOrder.map(sorted, Component::name);
    }

    NavigableMap<String, Component> all() {
        return all;
    }

    /** What makes them one by one. */
    ComponentAssembly assembly() {
        return assembly;
    }

    /** What is wrong with each; those with nothing wrong are left out. */
    Map<String, List<Problem>> problems() {
        return problems;
    }

    /** The components that a group's spec globs find, by name. */
    List<String> foundBy(String group) {
        return foundByGroup.getOrDefault(group, List.of()).stream()
                .map(SpecGlobs.Found::component)
                .toList();
    }

    /** Tells whether a group's spec glob finds one. */
    boolean isFound(String name) {
        return findsByComponent.containsKey(name);
    }

    /**
     * Makes one again.
     *
     * @param name its name
     * @param redefined what it says itself now; null where that did not change
     * @param changed what makes it
     * @return the component; empty where several spec globs find it, so that one alone doesn't make it
     */
    Optional<ComponentAssembly.Made> again(String name, @Nullable Named redefined, ComponentAssembly changed) {
        List<Find> finds = findsByComponent.getOrDefault(name, List.of());
        if (finds.isEmpty()) {
            Named named = redefined == null ? merged.components.get(name) : redefined;
            return Optional.ofNullable(named).map(one -> changed.make(one, merged.groupsOf(name), null));
        }
        Find find = finds.getFirst();
        return finds.size() > 1
                ? Optional.empty()
                : Optional.of(changed.make(
                        redefined == null ? definition(find.spec()) : redefined,
                        groups(find.spec(), find.group()),
                        find.spec()));
    }

    /** A spec that a group's glob finds. */
    private record Find(String group, SpecGlobs.Found spec) {}

    private Map<String, Component> make(SpecGlobs globs) {
        Map<String, Component> made = new LinkedHashMap<>();
        for (Named group : merged.componentGroups.values()) {
            List<SpecGlobs.Found> found = globs.of(group.table());
            foundByGroup.put(group.name(), found);
            for (SpecGlobs.Found spec : found) {
                findsByComponent
                        .computeIfAbsent(spec.component(), name -> new ArrayList<>(1))
                        .add(new Find(group.name(), spec));
                add(definition(spec), groups(spec, group.name()), spec, made);
            }
        }
        for (Named named : merged.components.values()) {
            if (!made.containsKey(named.name())) {
                add(named, merged.groupsOf(named.name()), null, made);
            }
        }
        return made;
    }

    private Named definition(SpecGlobs.Found spec) {
        Named defined = merged.components.get(spec.component());
        return defined == null
                ? new Named(
                        spec.component(),
                        TableValue.empty(spec.pattern()),
                        spec.pattern(),
                        TreePaths.folder(spec.path()))
                : defined;
    }

    private List<String> groups(SpecGlobs.Found spec, String group) {
        List<String> groups = new ArrayList<>(merged.groupsOf(spec.component()));
        if (!groups.contains(group)) {
            groups.add(group);
        }
        return groups;
    }

    private void add(Named named, List<String> groups, SpecGlobs.@Nullable Found spec, Map<String, Component> made) {
        ComponentAssembly.Made one = assembly.make(named, groups, spec);
        made.put(named.name(), one.component());
        if (!one.problems().isEmpty()) {
            problems.merge(named.name(), one.problems(), (before, more) -> {
                List<Problem> both = new ArrayList<>(before);
                both.addAll(more);
                return both;
            });
        }
    }
}
