package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists the packages that groups and components name, each with the channel it is published to. */
final class Packages {
    private static final String RPM = "rpm-channel";
    private static final String DEBUGINFO = "debuginfo-channel";

    /** What a component publishes, and what it says of single packages. */
    private record Publishing(TableValue publish, TableValue packages) {}

    private final Merged merged;
    private final PackageIndex index;
    private final Inheritance inheritance;
    private final Map<String, String> componentOf = new HashMap<>();

    /** The packages that components name and no group lists. */
    private final Lazy<Map<String, PackageIndex.Entry>> further = new Lazy<>(this::further);

    private final Map<String, Publishing> components = new HashMap<>();

    Packages(Merged merged, PackageIndex index) {
        this.merged = merged;
        this.index = index;
        this.inheritance = new Inheritance(merged.componentDefaults(), merged.componentGroups);
    }

    private Map<String, PackageIndex.Entry> further() {
        Map<String, PackageIndex.Entry> more = new LinkedHashMap<>();
        for (Named component : merged.components.values()) {
            if (component.table().at("packages") instanceof TableValue packages) {
                for (String name : packages.fields().keySet()) {
                    componentOf.merge(name, component.name(), Packages::first);
                    if (!index.entries().containsKey(name)) {
                        more.putIfAbsent(name, new PackageIndex.Entry(List.of(), packages.keyPlace(name)));
                    }
                }
            }
        }
        return more;
    }

    /** One package, found without working out the others. */
    Optional<ListedPackage> one(String name) {
        PackageIndex.Entry more = further.get().get(name);
        PackageIndex.Entry entry = index.entries().getOrDefault(name, more);
        return Optional.ofNullable(entry).map(found -> listed(name, found));
    }

    NavigableMap<String, ListedPackage> all() {
        Map<String, PackageIndex.Entry> more = further.get();
        List<ListedPackage> listed = new ArrayList<>(index.entries().size() + more.size());
        index.entries().forEach((name, entry) -> listed.add(listed(name, entry)));
        more.forEach((name, entry) -> listed.add(listed(name, entry)));
        listed.sort(Comparator.comparing(ListedPackage::name));
        return InOrder.map(listed, ListedPackage::name);
    }

    private static String first(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private ListedPackage listed(String name, PackageIndex.Entry entry) {
        String component = componentFor(name);
        List<String> groups = component.isEmpty() ? null : merged.groupsByComponent.get(component);
        String key = isDebugInfo(name) ? DEBUGINFO : RPM;
        return new ListedPackage(
                name,
                entry.groups(),
                groups == null ? List.of() : groups.stream().sorted().toList(),
                component,
                channelOf(name, component, entry, key),
                entry.place(),
                () -> values(layers(name, component, entry), key));
    }

    private String componentFor(String name) {
        String explicit = componentOf.get(name);
        if (explicit != null) {
            return explicit;
        }
        return merged.components.containsKey(name) || merged.groupsByComponent.containsKey(name) ? name : "";
    }

    private String channelOf(String name, String component, PackageIndex.Entry entry, String key) {
        Publishing publishing = publishing(component);
        TableValue own = publishing.packages();
        String channel = own.fields().isEmpty() ? "" : channel(own.table(name, "publish"), key);
        if (channel.isEmpty() && !entry.groups().isEmpty()) {
            channel = channel(groupPublish(entry), key);
        }
        if (channel.isEmpty()) {
            channel = channel(publishing.publish(), key);
        }
        return channel.isEmpty() ? channel(merged.packageDefault.table("publish"), key) : channel;
    }

    private TableValue groupPublish(PackageIndex.Entry entry) {
        Named group = merged.packageGroups.get(entry.groups().getFirst());
        TableValue nothing = merged.packageDefault.table("nothing");
        return group == null ? nothing : group.table().table("default-package-config", "publish");
    }

    /** The publish tables that count for a package, lowest first. */
    private List<NamedLayer> layers(String name, String component, PackageIndex.Entry entry) {
        List<NamedLayer> layers = new ArrayList<>();
        merged.packageDefaults()
                .forEach(layer -> layers.add(
                        new NamedLayer("project package default", layer.table().table("publish"))));
        Publishing publishing = publishing(component);
        layers.add(new NamedLayer("component", publishing.publish()));
        if (!entry.groups().isEmpty()) {
            layers.add(new NamedLayer("package group " + entry.groups().getFirst(), groupPublish(entry)));
        }
        layers.add(new NamedLayer("component package", publishing.packages().table(name, "publish")));
        return layers;
    }

    /** A component with what it inherits; azldev leaves the distro's defaults out here. */
    private synchronized Publishing publishing(String component) {
        return components.computeIfAbsent(component, name -> {
            List<String> groups = merged.groupsByComponent.getOrDefault(name, List.of());
            TableValue base = inheritance.of(groups).table();
            Named named = merged.components.get(name);
            TableValue whole = named == null ? base : Merge.components(base, named.table());
            return new Publishing(whole.table("publish"), whole.table("packages"));
        });
    }

    private static String channel(TableValue publish, String key) {
        return key.equals(RPM) ? Channels.rpm(publish) : publish.text(key);
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
