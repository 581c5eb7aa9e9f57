package dev.milliner.distro;

import dev.milliner.source.GlobReach;
import dev.milliner.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A distro that differs from another in some components alone, in what they say or in being there: these are made again, and all
 * else is taken over, so that an edit costs what it touches. It says so where an edit may touch more.
 */
final class Redefinition {
    /** With more it is as well to begin anew. */
    private static final int MOST_FILES = 8;

    private static final String COMPONENTS = "components";
    private static final String INCLUDES = "includes";
    private static final Set<String> OWN = Set.of(COMPONENTS, INCLUDES);

    private final Assembly whole;
    private final FileCache cache;
    private final SourceTree tree;
    private final Map<String, ParsedFile> configurations = new HashMap<>();
    private final OverlayFiles overlayFiles;
    private final Problems troubles = new Problems();
    private final Map<String, Named> redefined = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final Map<String, ComponentAssembly.Made> made = new LinkedHashMap<>();

    private Redefinition(Assembly whole, FileCache cache, SourceTree tree) {
        this.whole = whole;
        this.cache = cache;
        this.tree = tree;
        this.overlayFiles = new OverlayFiles(tree, cache, new GlobReach(), troubles);
    }

    /**
     * The distro that a tree holds.
     *
     * @param whole what was put together from the beginning
     * @param cache knows files
     * @param tree the tree as it is now
     * @param changed the files whose texts may differ since
     * @return the distro; empty where that may concern more than the components themselves
     */
    static Optional<Distro> of(Assembly whole, FileCache cache, SourceTree tree, Set<String> changed) {
        Redefinition redefinition = new Redefinition(whole, cache, tree);
        return changed.size() <= MOST_FILES && redefinition.read(changed) && redefinition.make(changed)
                ? Optional.of(redefinition.distro(changed))
                : Optional.empty();
    }

    /** What is wrong with several files together may be told with a line of one. */
    private boolean read(Set<String> changed) {
        return whole.sharedProblems().stream()
                        .noneMatch(problem -> changed.contains(problem.place().file())
                                || problem.code().equals("duplicate-component"))
                && changed.stream().allMatch(this::read);
    }

    private boolean read(String path) {
        List<ParsedFile> known =
                whole.files().stream().filter(file -> file.name().equals(path)).toList();
        if (whole.overlayFiles().takers().containsKey(path)) {
            return known.isEmpty() && whole.overlayFiles().read().containsKey(path);
        }
        return switch (known.size()) {
            case 0 -> !path.endsWith(".toml") && !path.endsWith(".lock") && isKept(path);
            case 1 ->
                cache.configuration(tree, path)
                        .map(now -> redefines(known.getFirst(), now))
                        .orElse(false);
            default -> false;
        };
    }

    /** A file that comes or goes is found by globs, or named by a definition. */
    private boolean isKept(String path) {
        return whole.tree().exists(path) && tree.exists(path);
    }

    private boolean redefines(ParsedFile before, ParsedFile now) {
        TableValue was = before.table().table(COMPONENTS);
        TableValue is = now.table().table(COMPONENTS);
        String folder = now.folder();
        configurations.put(now.name(), now);
        return saysComponentsAlone(before)
                && saysComponentsAlone(now)
                && Objects.equals(before.table().at(INCLUDES), now.table().at(INCLUDES))
                && before.descent().apart(now.descent()).orElseGet(() -> all(was, is)).stream()
                        .allMatch(name -> is.at(name) == null
                                ? was.at(name) == null || removes(name, was)
                                : was.at(name) == null ? adds(name, is, folder) : redefines(name, was, is, folder));
    }

    private static Set<String> all(TableValue was, TableValue is) {
        Set<String> all = new LinkedHashSet<>(was.fields().keySet());
        all.addAll(is.fields().keySet());
        return all;
    }

    /** Apart from the files that it includes. */
    private static boolean saysComponentsAlone(ParsedFile file) {
        Set<String> said = file.table().fields().keySet();
        return said.contains(COMPONENTS) && OWN.containsAll(said);
    }

    private boolean adds(String name, TableValue now, String folder) {
        return whole.merged().components.get(name) == null
                && now.at(name) instanceof TableValue added
                && concernsItselfAlone(name, added)
                && redefined.putIfAbsent(name, new Named(name, added, now.keyPlace(name), folder)) == null;
    }

    @SuppressWarnings("ReferenceEquality") // as below
    private boolean removes(String name, TableValue before) {
        Named known = whole.merged().components.get(name);
        return known != null
                && before.at(name) == known.table()
                && concernsItselfAlone(name, known.table())
                && removed.add(name);
    }

    /** Whether it is there makes no difference to what groups, spec globs, packages and overlay files come to. */
    private boolean concernsItselfAlone(String name, TableValue table) {
        return whole.merged().groupsOf(name).isEmpty()
                && !whole.components().isFound(name)
                && table.at("packages") == null
                && table.at("overlay-files") == null
                && whole.overlayFiles().takers().values().stream().noneMatch(takers -> takers.contains(name));
    }

    @SuppressWarnings("ReferenceEquality") // the table that counts is this one, not one that says the same
    private boolean redefines(String name, TableValue before, TableValue now, String folder) {
        if (before.at(name) == now.at(name) && before.keyPlace(name).equals(now.keyPlace(name))) {
            return true;
        }
        Named known = whole.merged().components.get(name);
        if (known == null
                || !(before.at(name) instanceof TableValue was)
                || !(now.at(name) instanceof TableValue is)
                || known.table() != was) {
            return false;
        }
        if (!was.equals(is) || !before.keyPlace(name).equals(now.keyPlace(name))) {
            redefined.put(name, new Named(name, is, now.keyPlace(name), folder));
        }
        return was.at("packages") == null
                && is.at("packages") == null
                && Objects.equals(was.at("overlay-files"), is.at("overlay-files"));
    }

    private boolean make(Set<String> changed) {
        ComponentAssembly assembly = whole.components().assembly().over(tree, overlayFiles);
        List<String> names = new ArrayList<>(redefined.keySet());
        changed.forEach(path -> names.addAll(whole.overlayFiles().takers().getOrDefault(path, Set.of())));
        for (String name : names) {
            Optional<ComponentAssembly.Made> one = whole.components().again(name, redefined.get(name), assembly);
            if (one.isEmpty()) {
                return false;
            }
            made.put(name, one.get());
        }
        return troubles.list().isEmpty() && takers().equals(overlayFiles.takers()) && staysEmptyOrNot();
    }

    /** With a first component or without a last one, more is asked of the default distro, or less. */
    private boolean staysEmptyOrNot() {
        Set<String> before = whole.made().components().keySet();
        return removed.isEmpty() ? made.isEmpty() || !before.isEmpty() : !removed.containsAll(before);
    }

    /** The overlay files that the components which are made again took in before. */
    private Map<String, Set<String>> takers() {
        Map<String, Set<String>> takers = new HashMap<>();
        whole.overlayFiles().takers().forEach((file, components) -> {
            Set<String> again = components.stream().filter(made::containsKey).collect(Collectors.toSet());
            if (!again.isEmpty()) {
                takers.put(file, again);
            }
        });
        return takers;
    }

    private Distro distro(Set<String> changed) {
        Contents before = whole.made();
        NavigableMap<String, Component> components = new TreeMap<>(before.components());
        components.keySet().removeAll(removed);
        made.forEach((name, one) -> components.put(name, one.component()));
        Lazy<Merged> merged = new Lazy<>(() -> whole.merged().with(redefined, removed));
        Lazy<Packages> packages = new Lazy<>(() -> new Packages(merged.get(), before.packageIndex()));
        Lazy<JsonNode> configuration = new Lazy<>(() -> Configuration.json(tree, merged.get()));
        Lazy<PlaceIndex> places = new Lazy<>(() -> places(components, packages));
        Contents contents = before.with(components, problems(), packages, places, configuration);
        return new Distro(tree, contents, whole, changed);
    }

    private List<Problem> problems() {
        List<ParsedFile> read = new ArrayList<>();
        whole.files().forEach(file -> read.add(configurations.getOrDefault(file.name(), file)));
        Map<String, ParsedFile> now = overlayFiles.read();
        whole.overlayFiles().read().forEach((name, file) -> read.add(now.getOrDefault(name, file)));
        Map<String, List<Problem>> ofComponents =
                new LinkedHashMap<>(whole.components().problems());
        ofComponents.keySet().removeAll(removed);
        made.forEach((name, one) -> ofComponents.put(name, one.problems()));
        return Problems.sorted(whole.sharedProblems(), read, ofComponents.values());
    }

    private PlaceIndex places(NavigableMap<String, Component> components, Lazy<Packages> packages) {
        return whole.made()
                .places()
                .get()
                .with(
                        configurations.values(),
                        (file, key, table) -> defined(file, key, table, components),
                        name -> packages.get().one(name),
                        old -> old instanceof Component component
                                ? components.getOrDefault(component.name(), component)
                                : old);
    }

    @SuppressWarnings("ReferenceEquality") // a table of the same name may stand deeper
    private static Optional<Definition> defined(
            ParsedFile file, String key, TableValue table, Map<String, Component> components) {
        return file.table().at(COMPONENTS, key) == table ? Optional.ofNullable(components.get(key)) : Optional.empty();
    }
}
