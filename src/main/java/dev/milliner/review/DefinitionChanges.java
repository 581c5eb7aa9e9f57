package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Kind;
import dev.milliner.distro.ListedPackage;
import dev.milliner.distro.TableDefinition;
import dev.milliner.distro.ValueChange;
import dev.milliner.distro.ValueComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what two states of a distro define differently. */
final class DefinitionChanges {
    private final ValueComparison comparison = new ValueComparison();
    private final MembershipCause cause;
    private final Set<String> locked;
    private final boolean isRenderedElsewhere;
    private final List<DefinitionChange> found = new ArrayList<>();

    private DefinitionChanges(Distro before, Distro after, Set<String> locked) {
        this.isRenderedElsewhere = !before.renderedSpecFolder().equals(after.renderedSpecFolder());
        this.cause = new MembershipCause(after);
        this.locked = locked;
    }

    /**
     * The changes, by kind and name.
     *
     * @param locked the components whose locks are others; only theirs are read
     */
    static List<DefinitionChange> between(Distro before, Distro after, Set<String> locked) {
        DefinitionChanges changes = new DefinitionChanges(before, after, locked);
        changes.compare(before.components(), after.components());
        int components = changes.found.size();
        changes.compare(before.images(), after.images());
        changes.compare(before.componentGroups(), after.componentGroups());
        changes.compare(before.packageGroups(), after.packageGroups());
        changes.compare(before.distros(), after.distros());
        changes.compare(before.repositories(), after.repositories());
        changes.compare(before.testSuites(), after.testSuites());
        if (!before.listsPackagesLike(after) || changes.found.stream().anyMatch(DefinitionChanges::mayMovePackages)) {
            List<DefinitionChange> others = changes.found.subList(components, changes.found.size());
            List<DefinitionChange> behind = List.copyOf(others);
            others.clear();
            changes.compare(before.packages(), after.packages());
            changes.found.addAll(behind);
        }
        return Renames.found(changes.found);
    }

    /** Packages are tens of thousands, and follow components and component groups alone where their own groups stay. */
    private static boolean mayMovePackages(DefinitionChange change) {
        return switch (change) {
            case DefinitionChange.Changed one
            when one.kind() == Kind.COMPONENT ->
                one.values().stream()
                        .anyMatch(value -> value.path().startsWith("publish.")
                                || value.path().startsWith("packages."));
            default -> change.kind() == Kind.COMPONENT || change.kind() == Kind.COMPONENT_GROUP;
        };
    }

    private void compare(
            NavigableMap<String, ? extends Definition> before, NavigableMap<String, ? extends Definition> after) {
        for (Map.Entry<String, ? extends Definition> one : before.entrySet()) {
            @Nullable Definition now = after.get(one.getKey());
            if (now == null) {
                found.add(new DefinitionChange.Removed(one.getValue(), java.util.Optional.empty()));
            } else {
                compare(one.getValue(), now);
            }
        }
        for (Map.Entry<String, ? extends Definition> other : after.entrySet()) {
            if (!before.containsKey(other.getKey())) {
                found.add(new DefinitionChange.Added(other.getValue(), java.util.Optional.empty()));
            }
        }
    }

    private void compare(Definition before, Definition after) {
        List<ValueChange> values = values(before, after);
        Members members = Members.between(before, after);
        if (!values.isEmpty() || !members.isEmpty()) {
            found.add(new DefinitionChange.Changed(before, after, values, members));
        }
    }

    private List<ValueChange> values(Definition before, Definition after) {
        return switch (after) {
            case Component now -> components((Component) before, now);
            case ListedPackage now -> ValueComparison.of((ListedPackage) before, now);
            case TableDefinition now -> comparison.of((TableDefinition) before, now);
        };
    }

    private List<ValueChange> components(Component before, Component after) {
        List<ValueChange> values = comparison.of(before, after);
        List<ValueChange> caused =
                values.isEmpty() || before.groups().equals(after.groups()) ? values : cause.of(before, after, values);
        List<ValueChange> more = new ArrayList<>();
        if (locked.contains(after.name())) {
            more.addAll(ValueComparison.ofLocks(before, after));
        }
        if (isRenderedElsewhere) {
            more.addAll(ValueComparison.ofRenderedSpecs(before, after));
        }
        return more.isEmpty()
                ? caused
                : Stream.concat(caused.stream(), more.stream()).toList();
    }
}
