package dev.milliner.distro;

import dev.milliner.source.GlobReach;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the components: what each inherits, says itself, and takes in from overlay files and spec globs. */
final class Components {
    private static final Place BUILT_IN = Place.startOf("");

    private final SourceTree tree;
    private final Merged merged;
    private final DefaultDistro defaultDistro;
    private final OverlayFiles overlayFiles;
    private final Problems problems;
    private final Inheritance inheritance;
    private final Locks locks;
    private final String renderedSpecs;
    private final Set<TableValue> checkedBases = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, List<SpecGlobs.Found>> foundByGroup = new TreeMap<>();
    private final Map<String, Component> made = new LinkedHashMap<>();
    private final NavigableMap<String, Component> components;

    Components(
            SourceTree tree,
            Merged merged,
            DefaultDistro defaultDistro,
            OverlayFiles overlayFiles,
            GlobReach reach,
            Problems problems) {
        this.tree = tree;
        this.merged = merged;
        this.defaultDistro = defaultDistro;
        this.overlayFiles = overlayFiles;
        this.problems = problems;
        List<NamedLayer> lowest = new ArrayList<>();
        defaultDistro.componentDefault().ifPresent(table -> lowest.add(new NamedLayer("distro default", table)));
        lowest.addAll(merged.componentDefaults());
        this.inheritance = new Inheritance(lowest, merged.componentGroups);
        String specs = merged.project.text("rendered-specs-dir");
        this.renderedSpecs = specs.isEmpty() ? tree.absolute("specs") : specs;
        this.locks = new Locks(tree, Locks.folder(tree, merged.project));
        locks.check(new FilePlaces(tree, problems));
        make(new SpecGlobs(tree, reach, problems));
        List<Component> sorted = new ArrayList<>(made.values());
        sorted.sort(Comparator.comparing(Component::name));
        this.components = InOrder.map(sorted, Component::name);
    }

    NavigableMap<String, Component> all() {
        return components;
    }

    /** The components that a group's spec globs find, by name. */
    List<String> foundBy(String group) {
        return foundByGroup.getOrDefault(group, List.of()).stream()
                .map(SpecGlobs.Found::component)
                .toList();
    }

    private void make(SpecGlobs globs) {
        for (Named group : merged.componentGroups.values()) {
            List<SpecGlobs.Found> found = globs.of(group.table());
            foundByGroup.put(group.name(), found);
            found.forEach(spec -> found(spec, group));
        }
        for (Named named : merged.components.values()) {
            if (!made.containsKey(named.name())) {
                List<String> groups = merged.groupsByComponent.getOrDefault(named.name(), List.of());
                add(named, groups, null);
            }
        }
        defaultDistro.check(problems, !made.isEmpty());
    }

    private void found(SpecGlobs.Found spec, Named group) {
        Named defined = merged.components.get(spec.component());
        Named named = defined == null
                ? new Named(
                        spec.component(),
                        TableValue.empty(spec.pattern()),
                        spec.pattern(),
                        TreePaths.folder(spec.path()))
                : defined;
        List<String> groups = new ArrayList<>(merged.groupsByComponent.getOrDefault(spec.component(), List.of()));
        if (!groups.contains(group.name())) {
            groups.add(group.name());
        }
        add(named, groups, spec);
    }

    private void add(Named named, List<String> groups, SpecGlobs.@Nullable Found spec) {
        Inheritance.Base base = inheritance.of(groups);
        FileNames.fault(named.name())
                .ifPresent(fault -> problems.error(
                        "component-name", "The component's name " + fault + ". Use a plain name.", named.key()));
        boolean plain = named.table().fields().isEmpty() && spec == null;
        if (plain && base.table().items("overlay-files").isEmpty()) {
            if (checkedBases.add(base.table())) {
                check(base.table());
            }
            put(named, groups, base, base.table(), List.of());
            return;
        }
        List<NamedLayer> extra = new ArrayList<>();
        TableValue merging = withOverlayFiles(named, Merge.components(base.table(), named.table()), extra);
        TableValue table = spec == null ? merging : withSpec(named, merging, spec, extra);
        check(table);
        put(named, groups, base, table, extra);
    }

    private void put(
            Named named, List<String> groups, Inheritance.Base base, TableValue table, List<NamedLayer> extra) {
        Lazy<ResolvedComponent> resolved = new Lazy<>(() -> new ResolvedComponent(
                table,
                merging -> complete(named.name(), merging),
                () -> layers(base, named, extra),
                whole -> json(named.name(), whole)));
        List<String> names =
                groups.size() < 2 ? groups : groups.stream().distinct().sorted().toList();
        boolean customised = !named.table().isZero();
        String name = named.name();
        made.put(
                name,
                new Component(
                        name, named.table().place(), names, customised, table, () -> renderedSpec(name), resolved));
    }

    private static List<NamedLayer> layers(Inheritance.Base base, Named named, List<NamedLayer> extra) {
        List<NamedLayer> layers = new ArrayList<>();
        layers.add(new NamedLayer("built-in", BUILT_IN_RELEASE));
        layers.addAll(base.layers());
        layers.add(new NamedLayer("component", named.table()));
        layers.addAll(extra);
        return layers;
    }

    private static final TableValue BUILT_IN_RELEASE = TableValue.empty(BUILT_IN)
            .with("release", TableValue.empty(BUILT_IN).with("calculation", new TextValue("auto", BUILT_IN)));

    private tools.jackson.databind.JsonNode json(String name, TableValue table) {
        tools.jackson.databind.node.ObjectNode json = Json.table(Format.COMPONENT, table);
        locks.of(name).ifPresent(lock -> json.set("locked", lock));
        return json;
    }

    private String renderedSpec(String name) {
        return name.isEmpty() ? "" : tree.relative(TreePaths.join(renderedFolder(name), name + ".spec"));
    }

    private String renderedFolder(String name) {
        return TreePaths.join(renderedSpecs, name.substring(0, 1).toLowerCase(Locale.ROOT) + "/" + name);
    }

    private TableValue complete(String name, TableValue table) {
        TableValue named = table.with(Format.NAME, new TextValue(name, BUILT_IN));
        if (!name.isEmpty()) {
            named = named.with(Format.RENDERED_SPEC_DIR, new TextValue(renderedFolder(name), BUILT_IN));
        }
        return calculated(named);
    }

    /** A component's table with how its release is calculated, which azldev does by itself where nothing is said. */
    static TableValue calculated(TableValue table) {
        if (!table.text("release", "calculation").isEmpty()) {
            return table;
        }
        Value auto = new TextValue("auto", BUILT_IN);
        return table.with("release", table.table("release").with("calculation", auto));
    }

    private TableValue withOverlayFiles(Named named, TableValue table, List<NamedLayer> extra) {
        if (!(table.at("overlay-files") instanceof ListValue patterns) || patterns.isZero()) {
            return table;
        }
        List<Value> added = overlayFiles.overlays(named.name(), patterns, named.folder());
        Map<String, Value> fields = new LinkedHashMap<>(table.fields());
        fields.remove("overlay-files");
        if (!added.isEmpty()) {
            List<Value> overlays = new ArrayList<>(table.items("overlays"));
            overlays.addAll(added);
            fields.put("overlays", new ListValue(List.copyOf(overlays), patterns.place()));
            extra.add(new NamedLayer(
                    "overlay file",
                    TableValue.empty(patterns.place())
                            .with("overlays", new ListValue(List.copyOf(added), patterns.place()))));
        }
        return new TableValue(fields, table.keys(), table.place(), table.head());
    }

    private TableValue withSpec(Named named, TableValue table, SpecGlobs.Found found, List<NamedLayer> extra) {
        String own = table.text("spec", "path");
        if (!own.isEmpty() && !own.equals(found.path())) {
            problems.error(
                    "spec-mismatch",
                    "The component '" + named.name() + "' has the spec '" + tree.relative(own)
                            + "', but a group finds '" + tree.relative(found.path())
                            + "' for it. Make them one, or exclude the latter.",
                    table.placeOf("spec", "path"));
        }
        TableValue spec = TableValue.empty(found.pattern())
                .with("type", new TextValue("local", found.pattern()))
                .with("path", new TextValue(found.path(), found.pattern()));
        extra.add(new NamedLayer("spec glob", TableValue.empty(found.pattern()).with("spec", spec)));
        return table.with("spec", spec);
    }

    /** What azldev finds out only when it uses a component. */
    private void check(TableValue table) {
        TableValue spec = table.table("spec");
        defaultDistro.checkUpstream(spec, problems);
        FilePlaces files = new FilePlaces(tree, problems);
        files.spec(spec);
        table.tables("overlays").forEach(files::source);
        new ArchiveRules(problems).check(table);
    }
}
