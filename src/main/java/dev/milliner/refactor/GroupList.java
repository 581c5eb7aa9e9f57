package dev.milliner.refactor;

import dev.milliner.distro.ComponentGroup;
import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.distro.PackageGroup;
import dev.milliner.distro.TableDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The list of a group's members in the file that defines it.
 *
 * @param group the group
 * @param table {@code component-groups} or {@code package-groups}
 * @param key the list's key in it
 */
record GroupList(TableDefinition group, String table, String key) {
    /** The group of a name; of two kinds, the component group. */
    static GroupList of(Distro distro, String name) throws Obstacle {
        TableDefinition components = distro.componentGroups().get(name);
        if (components != null) {
            return new GroupList(components, "component-groups", "components");
        }
        TableDefinition packages = distro.packageGroups().get(name);
        if (packages == null) {
            Set<String> known = new TreeSet<>(distro.componentGroups().keySet());
            known.addAll(distro.packageGroups().keySet());
            throw new Obstacle(Sought.missing("group", name, known));
        }
        return new GroupList(packages, "package-groups", "packages");
    }

    boolean ofComponents() {
        return key.equals("components");
    }

    String file() {
        return group.place().file();
    }

    Optional<TomlList> in(Draft draft) throws Obstacle {
        draft.file(file());
        return TomlList.at(draft.text(file()), List.of(table, group.name(), key));
    }

    /** What differs where members come or go. */
    Outcome changing(Set<String> names) {
        Set<Difference> differences = new HashSet<>();
        differences.add(Difference.changed(table, group.name()));
        if (ofComponents()) {
            names.forEach(name -> differences.add(Difference.changed("components", name)));
        }
        return Outcome.of(differences);
    }

    /** The members as a state of the distro has them. */
    List<String> members(Distro distro) {
        return switch (distro.definition(group.kind(), group.name()).orElse(null)) {
            case ComponentGroup components -> components.components();
            case PackageGroup packages -> packages.packages();
            case null, default -> List.of();
        };
    }
}
