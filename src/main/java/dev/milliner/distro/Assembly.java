package dev.milliner.distro;

import dev.milliner.source.GlobReach;
import dev.milliner.source.SourceTree;
import dev.milliner.source.UnreadableName;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Puts a distro together from its files. */
final class Assembly {
    static final String ROOT_FILE = "azldev.toml";

    private final SourceTree tree;
    private final List<ParsedFile> files;
    /** What is wrong beyond what single files and components say. */
    private final Problems problems;

    private final Merged merged;
    private final DefaultDistro defaultDistro;
    private final RepositorySets repositories;
    private final OverlayFiles overlayFiles;
    private final Components components;
    private final PackageIndex packageIndex;
    private final Contents contents;

    Assembly(
            SourceTree tree,
            DistroLoader.Memory memory,
            ParsedFile builtIn,
            List<ParsedFile> files,
            GlobReach reach,
            Problems problems) {
        this.tree = tree;
        this.files = files;
        this.problems = problems;
        this.merged = new Merged(problems);
        merged.add(builtIn);
        files.forEach(merged::add);
        defaults();
        this.defaultDistro = new DefaultDistro(merged, ROOT_FILE);
        this.repositories = new RepositorySets(merged, problems);
        new ReferenceRules(merged, repositories, problems).check();
        this.packageIndex = memory.packages(merged);
        problems.addAll(packageIndex.problems());
        this.overlayFiles = new OverlayFiles(tree, memory.files(), reach, problems);
        Locks locks = new Locks(tree, Locks.folder(tree, merged.project));
        locks.check(new FilePlaces(tree, problems));
        ComponentAssembly assembly = new ComponentAssembly(tree, merged, defaultDistro, locks, overlayFiles);
        this.components = new Components(tree, merged, defaultDistro, assembly, reach, problems);
        this.contents = contents();
    }

    SourceTree tree() {
        return tree;
    }

    /** The configuration files, in the order azldev reads them. */
    List<ParsedFile> files() {
        return files;
    }

    Merged merged() {
        return merged;
    }

    OverlayFiles overlayFiles() {
        return overlayFiles;
    }

    Components components() {
        return components;
    }

    /** What is wrong beyond what single files and components say. */
    List<Problem> sharedProblems() {
        return problems.list();
    }

    /** What it came to. */
    Contents made() {
        return contents;
    }

    /** Defaults that are sound in each file may not be sound together. */
    private void defaults() {
        ComponentRules rules = new ComponentRules(problems);
        rules.values(merged.componentDefault);
        rules.packageConfig(merged.packageDefault);
    }

    Distro distro() {
        return new Distro(tree, contents, this, Set.of());
    }

    private Contents contents() {
        Packages listed = new Packages(merged, packageIndex);
        Lazy<NavigableMap<String, ListedPackage>> packages = new Lazy<>(listed::all);
        NavigableMap<String, ComponentGroup> groups = named(merged.componentGroups, this::componentGroup);
        NavigableMap<String, PackageGroup> packageGroups = named(
                merged.packageGroups,
                (name, table) -> new PackageGroup(name, table, own(Format.PACKAGE_GROUP, "package group", table)));
        NavigableMap<String, Image> images = named(merged.images, this::image);
        NavigableMap<String, TestSuite> suites = named(
                merged.testSuites,
                (name, table) -> new TestSuite(name, table, own(Format.TEST_SUITE, "test suite", table)));
        NavigableMap<String, DistroDefinition> distros = new TreeMap<>();
        merged.distros.forEach((name, table) -> distros.put(
                name,
                new DistroDefinition(
                        name,
                        table,
                        new Lazy<>(() -> Provenance.of(Format.DISTRO, table, merged.distroLayers(name))))));
        NavigableMap<String, RpmRepository> repos = new TreeMap<>();
        repositories.all().forEach((name, repository) -> repos.put(name, repository(name, repository)));
        NavigableMap<String, Component> resolved = components.all();
        Lazy<PlaceIndex> places = new Lazy<>(
                () -> places(List.of(resolved, groups, packageGroups, images, suites, distros, repos), listed::one));
        return new Contents(
                name(),
                defaultDistro.version(),
                fileNames(),
                overlayFiles.takers(),
                allProblems(),
                resolved,
                groups,
                packageGroups,
                images,
                distros,
                repos,
                suites,
                keys(merged.sets),
                keys(merged.templates),
                packageIndex,
                listed::one,
                packages,
                places,
                Configuration.settings(merged),
                new Lazy<>(() -> Configuration.json(tree, merged)));
    }

    private List<Problem> allProblems() {
        List<ParsedFile> all = new ArrayList<>(files);
        all.addAll(overlayFiles.read().values());
        Collection<List<Problem>> ofComponents = components.problems().values();
        // By now all folders were listed that a glob leads through.
        tree.unnamed().forEach(this::unnamed);
        return Problems.sorted(problems.list(), all, ofComponents);
    }

    private void unnamed(String path) {
        problems.warning(
                "unreadable-name",
                "Nothing of '" + tree.relative(path) + "' is read, as that name " + UnreadableName.words(),
                Place.startOf(ROOT_FILE));
    }

    private String name() {
        String name = defaultDistro.name();
        return name.isEmpty() ? String.valueOf(tree.root().getFileName()) : name;
    }

    private List<String> fileNames() {
        List<String> names = new ArrayList<>();
        files.forEach(file -> names.add(file.name()));
        names.addAll(overlayFiles.read().keySet());
        return List.copyOf(names);
    }

    private static <T> NavigableMap<String, T> named(
            Map<String, Named> tables, BiFunction<String, TableValue, T> make) {
        NavigableMap<String, T> made = new TreeMap<>();
        tables.forEach((name, named) -> made.put(name, make.apply(name, named.table())));
        return made;
    }

    private static NavigableMap<String, Place> keys(Map<String, Named> tables) {
        NavigableMap<String, Place> keys = new TreeMap<>();
        tables.forEach((name, named) -> keys.put(name, named.key()));
        return keys;
    }

    private static Lazy<List<ResolvedValue>> own(Shape.Table shape, String layer, TableValue table) {
        return new Lazy<>(() -> Provenance.of(shape, table, List.of(new NamedLayer(layer, table))));
    }

    private Image image(String name, TableValue table) {
        Optional<String> definition = table.optionalText("definition", "path").map(tree::relative);
        definition.ifPresent(path ->
                new FilePlaces(tree, problems).readable("image-definition", path, table.placeOf("definition", "path")));
        return new Image(name, table, definition, own(Format.IMAGE, "image", table));
    }

    private ComponentGroup componentGroup(String name, TableValue table) {
        List<String> members = new ArrayList<>(table.texts("components"));
        components.foundBy(name).stream()
                .filter(found -> !members.contains(found))
                .forEach(members::add);
        return new ComponentGroup(name, table, members, own(Format.COMPONENT_GROUP, "component group", table));
    }

    private static RpmRepository repository(String name, RepositorySets.Repository repository) {
        Optional<String> set = repository.set().map(Named::name);
        String layer = set.map(from -> "repository set " + from).orElse("repository");
        TableValue table = repository.named().table();
        return new RpmRepository(name, table, set, own(Format.RPM_REPO, layer, table));
    }

    private PlaceIndex places(
            List<NavigableMap<String, ? extends Definition>> all, Function<String, Optional<ListedPackage>> packages) {
        Map<Start, Definition> byPlace = new HashMap<>();
        all.forEach(map -> map.values().forEach(definition -> byPlace.put(Start.of(definition.place()), definition)));
        Map<String, Definition> owners = new HashMap<>();
        overlayFiles.takers().forEach((file, takers) -> {
            Component owner = components.all().get(takers.iterator().next());
            if (owner != null) {
                owners.put(file, owner);
            }
        });
        return new PlaceIndex(
                files,
                owners,
                (file, key, table) -> Optional.ofNullable(byPlace.get(Start.of(table.place()))),
                packages);
    }

    /** Where something begins. */
    private record Start(String file, int line, int column) {
        static Start of(Place place) {
            return new Start(place.file(), place.range().line(), place.range().column());
        }
    }
}
