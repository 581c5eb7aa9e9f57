package dev.milliner.distro;

import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes single components: what each inherits, says itself, and takes in from overlay files and a spec glob. */
final class ComponentAssembly {
    private static final Place BUILT_IN = Place.startOf("");

    /**
     * A component, with what is wrong with it apart from what its files say alone.
     *
     * @param component the component
     * @param problems what is wrong with it
     */
    record Made(Component component, List<Problem> problems) {}

    private final SourceTree tree;
    private final DefaultDistro defaultDistro;
    private final Inheritance inheritance;
    private final Locks locks;
    private final String renderedSpecs;
    private final OverlayFiles overlayFiles;
    private final IdentityHashMap<TableValue, List<Problem>> checkedBases = new IdentityHashMap<>();

    ComponentAssembly(
            SourceTree tree, Merged merged, DefaultDistro defaultDistro, Locks locks, OverlayFiles overlayFiles) {
        this.tree = tree;
        this.defaultDistro = defaultDistro;
        this.locks = locks;
        this.overlayFiles = overlayFiles;
        List<NamedLayer> lowest = new ArrayList<>();
        defaultDistro.componentDefault().ifPresent(table -> lowest.add(new NamedLayer("distro default", table)));
        lowest.addAll(merged.componentDefaults());
        this.inheritance = new Inheritance(lowest, merged.componentGroups);
        String specs = merged.project.text("rendered-specs-dir");
        this.renderedSpecs = specs.isEmpty() ? tree.absolute("specs") : specs;
    }

    private ComponentAssembly(SourceTree tree, ComponentAssembly from, OverlayFiles overlayFiles) {
        this.tree = tree;
        this.defaultDistro = from.defaultDistro;
        this.inheritance = from.inheritance;
        this.locks = from.locks;
        this.renderedSpecs = from.renderedSpecs;
        this.overlayFiles = overlayFiles;
    }

    /** The same for another state of a tree that differs in what components say alone. */
    ComponentAssembly over(SourceTree changed, OverlayFiles files) {
        return new ComponentAssembly(changed, this, files);
    }

    /**
     * Makes one.
     *
     * @param named what it says itself
     * @param groups the groups that it is in; twice where one lists it twice
     * @param spec the spec that a group finds for it, or null
     */
    Made make(Named named, List<String> groups, SpecGlobs.@Nullable Found spec) {
        Inheritance.Base base = inheritance.of(groups);
        boolean plain = named.table().fields().isEmpty() && spec == null;
        if (plain && base.table().items("overlay-files").isEmpty()) {
            return new Made(
                    component(named, groups, base, base.table(), List.of()),
                    withNameChecked(named, checkedBases.computeIfAbsent(base.table(), this::checked)));
        }
        Problems problems = new Problems();
        List<NamedLayer> extra = new ArrayList<>();
        TableValue merging = withOverlayFiles(named, Merge.components(base.table(), named.table()), extra);
        TableValue table = spec == null ? merging : withSpec(named, merging, spec, extra, problems);
        check(table, problems);
        return new Made(component(named, groups, base, table, extra), withNameChecked(named, problems.list()));
    }

    private List<Problem> checked(TableValue base) {
        Problems problems = new Problems();
        check(base, problems);
        return problems.list();
    }

    private static List<Problem> withNameChecked(Named named, List<Problem> found) {
        return FileNames.fault(named.name())
                .map(fault -> {
                    Problems problems = new Problems();
                    problems.addAll(found);
                    problems.error(
                            "component-name", "The component's name " + fault + ". Use a plain name.", named.key());
                    return problems.list();
                })
                .orElse(found);
    }

    private Component component(
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
        return new Component(name, named.table().place(), names, customised, table, () -> renderedSpec(name), resolved);
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

    private TableValue withSpec(
            Named named, TableValue table, SpecGlobs.Found found, List<NamedLayer> extra, Problems problems) {
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
    private void check(TableValue table, Problems problems) {
        TableValue spec = table.table("spec");
        defaultDistro.checkUpstream(spec, problems);
        FilePlaces files = new FilePlaces(tree, problems);
        files.spec(spec);
        table.tables("overlays").forEach(files::source);
        new ArchiveRules(problems).check(table);
    }
}
