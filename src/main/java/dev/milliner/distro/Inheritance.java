package dev.milliner.distro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What components inherit, by the groups they are in: the distro's default, the project's, each group's by name. */
final class Inheritance {
    /**
     * What is inherited.
     *
     * @param table the layers laid over each other
     * @param layers the layers, lowest first
     */
    record Base(TableValue table, List<NamedLayer> layers) {}

    private final List<NamedLayer> lowest;
    private final Map<String, Named> groups;
    private final Map<List<String>, Base> bases = new HashMap<>();

    /**
     * What components inherit.
     *
     * @param lowest the layers below all groups
     * @param groups the component groups by name
     */
    Inheritance(List<NamedLayer> lowest, Map<String, Named> groups) {
        this.lowest = List.copyOf(lowest);
        this.groups = groups;
    }

    /** What the members of groups inherit; a group that is named twice counts twice, as for azldev. */
    synchronized Base of(List<String> groupNames) {
        List<String> key = groupNames.size() < 2
                ? groupNames
                : groupNames.stream().sorted().toList();
        return bases.computeIfAbsent(key, this::make);
    }

    private Base make(List<String> names) {
        List<NamedLayer> layers = new ArrayList<>(lowest);
        for (String name : names) {
            Named group = groups.get(name);
            if (group != null && group.table().at("default-component-config") instanceof TableValue defaults) {
                layers.add(new NamedLayer("component group " + name, defaults));
            }
        }
        TableValue table = TableValue.empty(dev.milliner.text.Place.startOf(""));
        for (NamedLayer layer : layers) {
            table = Merge.components(table, layer.table());
        }
        return new Base(table, List.copyOf(layers));
    }
}
