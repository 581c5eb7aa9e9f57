package dev.milliner.distro;

import dev.milliner.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists the packages that groups and components name, each with the channel it is published to. */
final class Packages {
    private final Merged merged;
    private final Inheritance inheritance;
    private final Map<String, List<String>> groupsOf = new HashMap<>();
    private final Map<String, String> componentOf = new HashMap<>();
    private final Map<String, Place> places = new TreeMap<>();
    private final Map<String, TableValue> components = new HashMap<>();

    Packages(Merged merged) {
        this.merged = merged;
        this.inheritance = new Inheritance(merged.componentDefaults(), merged.componentGroups);
    }

    NavigableMap<String, ListedPackage> all() {
        for (Named group : merged.packageGroups.values()) {
            for (Value item : group.table().items("packages")) {
                if (item instanceof TextValue name) {
                    groupsOf.computeIfAbsent(name.text(), key -> new ArrayList<>(1))
                            .add(group.name());
                    places.putIfAbsent(name.text(), name.place());
                }
            }
        }
        for (Named component : merged.components.values()) {
            if (component.table().at("packages") instanceof TableValue packages) {
                packages.fields().keySet().forEach(name -> {
                    componentOf.merge(name, component.name(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
                    places.putIfAbsent(name, packages.keyPlace(name));
                });
            }
        }
        NavigableMap<String, ListedPackage> listed = new TreeMap<>();
        places.forEach((name, place) -> listed.put(name, listed(name, place)));
        return listed;
    }

    private ListedPackage listed(String name, Place place) {
        String component = componentFor(name);
        List<String> componentGroups = merged.groupsByComponent.getOrDefault(component, List.of()).stream()
                .sorted()
                .toList();
        List<NamedLayer> layers = layers(name, component);
        String key = isDebugInfo(name) ? "debuginfo-channel" : "rpm-channel";
        String channel = "";
        for (NamedLayer layer : layers) {
            String set = channel(layer.table(), key);
            channel = set.isEmpty() ? channel : set;
        }
        return new ListedPackage(
                name,
                List.copyOf(groupsOf.getOrDefault(name, List.of())),
                componentGroups,
                component,
                channel,
                place,
                () -> values(layers, key));
    }

    private String componentFor(String name) {
        String explicit = componentOf.get(name);
        if (explicit != null) {
            return explicit;
        }
        return merged.components.containsKey(name) || merged.groupsByComponent.containsKey(name) ? name : "";
    }

    /** The publish tables that count for a package, lowest first. */
    private List<NamedLayer> layers(String name, String component) {
        List<NamedLayer> layers = new ArrayList<>();
        merged.packageDefaults()
                .forEach(layer -> layers.add(
                        new NamedLayer("project package default", layer.table().table("publish"))));
        layers.add(new NamedLayer("component", componentPublish(component)));
        groupsOf.getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(merged.packageGroups::get)
                .ifPresent(group -> layers.add(new NamedLayer(
                        "package group " + group.name(), group.table().table("default-package-config", "publish"))));
        Named owner = merged.components.get(component);
        if (owner != null && owner.table().at("packages", name, "publish") instanceof TableValue publish) {
            layers.add(new NamedLayer("component package", publish));
        }
        return layers;
    }

    /** azldev leaves the distro's defaults out here. */
    private TableValue componentPublish(String component) {
        return components.computeIfAbsent(component, name -> {
            List<String> groups = merged.groupsByComponent.getOrDefault(name, List.of());
            TableValue base = inheritance.of(groups).table();
            Named named = merged.components.get(name);
            TableValue whole = named == null ? base : Merge.components(base, named.table());
            return whole.table("publish");
        });
    }

    private static String channel(TableValue publish, String key) {
        return key.equals("rpm-channel") ? Channels.rpm(publish) : publish.text(key);
    }

    private static List<ResolvedValue> values(List<NamedLayer> tables, String key) {
        List<Layer> layers = new ArrayList<>();
        for (NamedLayer layer : tables) {
            String channel = channel(layer.table(), key);
            if (!channel.isEmpty()) {
                String written = layer.table().text(key).isEmpty() ? "channel" : key;
                Place place = layer.table().placeOf(written);
                JsonNode value = JsonNodeFactory.instance.stringNode(channel);
                layers.add(new Layer(layer.name(), place.file(), place.range().line(), value));
            }
        }
        return layers.isEmpty()
                ? List.of()
                : List.of(new ResolvedValue("publish." + key, layers.getLast().value(), List.copyOf(layers)));
    }

    /** Tells whether a name has -debuginfo or -debugsource as a part of its own. */
    static boolean isDebugInfo(String name) {
        return hasPart(name, "-debuginfo") || hasPart(name, "-debugsource");
    }

    private static boolean hasPart(String name, String part) {
        for (int at = name.indexOf(part); at >= 0; at = name.indexOf(part, at + 1)) {
            int end = at + part.length();
            if (end == name.length() || name.charAt(end) == '-') {
                return true;
            }
        }
        return false;
    }
}
