package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What all files come to, before anything is inherited. Components, groups, images and test suites may be defined once;
 * distros grow; a later repository, template or set takes the place of an earlier one of its name.
 */
final class Merged {
    private static final Place NOWHERE = Place.startOf("");

    private final Problems problems;
    private final List<NamedLayer> projectLayers = new ArrayList<>();
    private final List<NamedLayer> componentDefaults = new ArrayList<>();
    private final List<NamedLayer> packageDefaults = new ArrayList<>();
    private final Map<String, List<NamedLayer>> distroLayers = new HashMap<>();
    final Map<String, Named> components = new LinkedHashMap<>();
    final Map<String, Named> componentGroups = new TreeMap<>();
    final Map<String, Named> packageGroups = new TreeMap<>();
    final Map<String, Named> images = new TreeMap<>();
    final Map<String, Named> testSuites = new TreeMap<>();
    final Map<String, TableValue> distros = new TreeMap<>();
    final Map<String, Named> repositories = new TreeMap<>();
    final Map<String, Named> templates = new TreeMap<>();
    final Map<String, Named> sets = new TreeMap<>();
    /** For each component the groups that list it, in the order they are read; twice where a group lists it twice. */
    final Map<String, List<String>> groupsByComponent = new HashMap<>();

    TableValue project = TableValue.empty(NOWHERE);
    TableValue tools = TableValue.empty(NOWHERE);
    TableValue componentDefault = TableValue.empty(NOWHERE);
    TableValue packageDefault = TableValue.empty(NOWHERE);

    Merged(Problems problems) {
        this.problems = problems;
    }

    /**
     * The same with other components.
     *
     * @param redefined those that are defined otherwise or were not there
     * @param removed those that are there no more
     */
    Merged with(Map<String, Named> redefined, Set<String> removed) {
        Merged changed = new Merged(problems);
        changed.projectLayers.addAll(projectLayers);
        changed.componentDefaults.addAll(componentDefaults);
        changed.packageDefaults.addAll(packageDefaults);
        changed.distroLayers.putAll(distroLayers);
        changed.components.putAll(components);
        changed.components.keySet().removeAll(removed);
        changed.components.putAll(redefined);
        changed.componentGroups.putAll(componentGroups);
        changed.packageGroups.putAll(packageGroups);
        changed.images.putAll(images);
        changed.testSuites.putAll(testSuites);
        changed.distros.putAll(distros);
        changed.repositories.putAll(repositories);
        changed.templates.putAll(templates);
        changed.sets.putAll(sets);
        changed.groupsByComponent.putAll(groupsByComponent);
        changed.project = project;
        changed.tools = tools;
        changed.componentDefault = componentDefault;
        changed.packageDefault = packageDefault;
        return changed;
    }

    void add(ParsedFile file) {
        TableValue table = file.table();
        String layer = file.name().isEmpty() ? "built-in" : file.name();
        if (table.at("project") instanceof TableValue values) {
            project = Merge.replace(Format.PROJECT, project, values);
            projectLayers.add(new NamedLayer(layer, values));
        }
        table.entries("distros").forEach((name, distro) -> addDistro(name, distro, file));
        addOnce("component group", componentGroups, file, "component-groups");
        table.entries("component-groups").keySet().forEach(name -> addMembers(name, file));
        addOnce("component", components, file, "components");
        addOnce("image", images, file, "images");
        if (table.at("tools") instanceof TableValue values) {
            tools = Merge.replace(Format.TOOLS, tools, values);
        }
        if (table.at("default-component-config") instanceof TableValue values) {
            componentDefault = Merge.components(componentDefault, values);
            componentDefaults.add(new NamedLayer("project default", values));
        }
        if (table.at("default-package-config") instanceof TableValue values) {
            packageDefault = Merge.replace(Format.PACKAGE_CONFIG, packageDefault, values);
            packageDefaults.add(new NamedLayer("project default", values));
        }
        addOnce("package group", packageGroups, file, "package-groups");
        addOnce("test suite", testSuites, file, "test-suites");
        addResources(file);
    }

    /** The groups that list a component, in the order they are read; twice where a group lists it twice. */
    List<String> groupsOf(String component) {
        return groupsByComponent.getOrDefault(component, List.of());
    }

    /** The project tables in the order they were laid over each other. */
    List<NamedLayer> projectLayers() {
        return List.copyOf(projectLayers);
    }

    List<NamedLayer> componentDefaults() {
        return List.copyOf(componentDefaults);
    }

    List<NamedLayer> packageDefaults() {
        return List.copyOf(packageDefaults);
    }

    List<NamedLayer> distroLayers(String name) {
        return List.copyOf(distroLayers.getOrDefault(name, List.of()));
    }

    private void addOnce(String kind, Map<String, Named> into, ParsedFile file, String key) {
        TableValue table = file.table().table(key);
        file.table().entries(key).forEach((name, value) -> {
            Named added = new Named(name, value, table.keyPlace(name), file.folder());
            Named first = into.putIfAbsent(name, added);
            if (first != null) {
                problems.error(
                        "duplicate-" + kind.replace(' ', '-'),
                        "The " + kind + " '" + name + "' is defined in "
                                + first.key().file() + ", line "
                                + first.key().range().line() + " already. Remove or rename one.",
                        placeOfName(value, added.key()));
            }
        });
    }

    private static Place placeOfName(TableValue value, Place key) {
        return key.range().line() == value.head().range().line() ? key : value.head();
    }

    private void addMembers(String group, ParsedFile file) {
        Named named = componentGroups.get(group);
        if (named == null || !named.key().file().equals(file.name())) {
            return;
        }
        for (String member : named.table().texts("components")) {
            groupsByComponent
                    .computeIfAbsent(member, name -> new ArrayList<>(1))
                    .add(group);
        }
    }

    private void addDistro(String name, TableValue distro, ParsedFile file) {
        TableValue resolved = withMockConfigs(distro, file.folder());
        distros.merge(name, resolved, (below, above) -> Merge.replace(Format.DISTRO, below, above));
        distroLayers
                .computeIfAbsent(name, key -> new ArrayList<>(1))
                .add(new NamedLayer(file.name().isEmpty() ? "built-in" : file.name(), resolved));
    }

    /** The mock configuration of this machine's architecture takes the general one's place. */
    private static TableValue withMockConfigs(TableValue distro, String folder) {
        String architecture = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String key = architecture.equals("aarch64") ? "mock-config-aarch64" : "mock-config-x86_64";
        TableValue changed = distro;
        for (Map.Entry<String, TableValue> version : distro.entries("versions").entrySet()) {
            if (version.getValue().at(key) instanceof TextValue path
                    && !path.text().isEmpty()) {
                Value absolute = new TextValue(dev.milliner.source.TreePaths.join(folder, path.text()), path.place());
                TableValue versions = changed.table("versions")
                        .with(version.getKey(), version.getValue().with("mock-config", absolute));
                changed = changed.with("versions", versions);
            }
        }
        return changed;
    }

    private void addResources(ParsedFile file) {
        put(repositories, file, "rpm-repos");
        put(templates, file, "rpm-repo-set-templates");
        put(sets, file, "rpm-repo-sets");
    }

    private static void put(Map<String, Named> into, ParsedFile file, String key) {
        TableValue table = file.table().table("resources", key);
        table.entries()
                .forEach((name, value) -> into.put(
                        name,
                        new Named(name, GpgKeys.absolute(value, file.folder()), table.keyPlace(name), file.folder())));
    }
}
