package dev.milliner.workbench.explorer;

import dev.milliner.distro.Component;
import dev.milliner.distro.Definition;
import dev.milliner.distro.ListedPackage;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.PackageGroup;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/** Makes the explorer's tree of a distro, filtered; off the JavaFX thread. */
final class ExplorerTree {
    /** With a filter, groups that hold at most this many matches are opened. */
    private static final int OPEN_AT_MOST = 60;

    private final Snapshot snapshot;
    private final ExplorerFilter filter;
    private final Set<String> expanded;
    private final Map<String, ExplorerItem> items = new HashMap<>();
    /** The rows' keys from top to bottom, each with what is below it. */
    private final List<Object> shape = new ArrayList<>();

    private final ExplorerItem root;
    private int matches;

    /**
     * Makes the tree.
     *
     * @param expanded the keys of the rows that the user opened
     */
    ExplorerTree(Snapshot snapshot, ExplorerFilter filter, Set<String> expanded) {
        this.snapshot = snapshot;
        this.filter = filter;
        this.expanded = expanded;
        root = make();
    }

    /** The root item, which is not shown. */
    ExplorerItem root() {
        return root;
    }

    private ExplorerItem make() {
        List<ExplorerItem> sections = new ArrayList<>();
        var distro = snapshot.distro();
        section(sections, Wording.of("explorer.tree.images"), distro.images());
        section(sections, Wording.of("explorer.tree.components"), distro.components());
        section(sections, Wording.of("explorer.tree.component-groups"), distro.componentGroups());
        packageGroups(sections, distro.packageGroups());
        section(sections, Wording.of("explorer.tree.distros"), distro.distros());
        section(sections, Wording.of("explorer.tree.repositories"), distro.repositories());
        files(sections, distro.files());
        ExplorerItem top = new ExplorerItem(new ExplorerNode.Root(), () -> sections);
        top.setExpanded(true);
        return top;
    }

    /** Tells whether another tree has the same rows, whatever these say. */
    boolean isShapedAs(ExplorerTree other) {
        return shape.equals(other.shape);
    }

    /** The number of definitions and files that pass the filter. */
    int matches() {
        return matches;
    }

    /** The item with a key, if it was made. */
    Optional<ExplorerItem> item(String key) {
        return Optional.ofNullable(items.get(key));
    }

    private void section(
            List<ExplorerItem> sections, String title, NavigableMap<String, ? extends Definition> definitions) {
        Collection<? extends Definition> all = definitions.values();
        List<ExplorerItem> children = new ArrayList<>();
        for (Definition definition : all) {
            if (filter.isEmpty() || filter.accepts(definition, snapshot)) {
                children.add(remember(item(definition)));
            }
        }
        add(sections, title, children, children.size());
    }

    private void add(List<ExplorerItem> sections, String title, List<ExplorerItem> children, int count) {
        if (children.isEmpty()) {
            return;
        }
        matches += count;
        ExplorerItem section = new ExplorerItem(new ExplorerNode.Section(title, count), () -> children);
        open(
                section,
                !filter.isEmpty()
                        && (children.size() <= OPEN_AT_MOST || title.equals(Wording.of("explorer.tree.components"))));
        sections.add(remember(section));
    }

    private ExplorerItem item(Definition definition) {
        ExplorerNode node = new ExplorerNode.Defined(definition);
        if (definition instanceof Component component && component.hasOverlays()) {
            shape.add(component.overlays().size());
            return open(new ExplorerItem(node, () -> overlays(component)), false);
        }
        return new ExplorerItem(node);
    }

    private static List<ExplorerItem> overlays(Component component) {
        List<ExplorerItem> rows = new ArrayList<>();
        int index = 0;
        for (Overlay overlay : component.overlays()) {
            rows.add(new ExplorerItem(new ExplorerNode.OverlayRow(component, index++, overlay)));
        }
        return rows;
    }

    private void packageGroups(List<ExplorerItem> sections, NavigableMap<String, PackageGroup> groups) {
        List<ExplorerItem> children = new ArrayList<>();
        int count = 0;
        for (PackageGroup group : groups.values()) {
            boolean whole = filter.isEmpty() || filter.accepts(group, snapshot);
            List<ListedPackage> packages = packages(group, whole);
            if (whole || !packages.isEmpty()) {
                ExplorerNode node = new ExplorerNode.Defined(group);
                shape.add(packages.stream().map(ListedPackage::name).toList());
                ExplorerItem item = new ExplorerItem(node, () -> rows(packages));
                children.add(remember(open(item, !filter.isEmpty() && packages.size() <= OPEN_AT_MOST)));
                count += filter.isEmpty() ? 1 : packages.size();
            }
        }
        add(sections, Wording.of("explorer.tree.package-groups"), children, count);
    }

    private List<ListedPackage> packages(PackageGroup group, boolean whole) {
        NavigableMap<String, ListedPackage> all = snapshot.distro().packages();
        List<ListedPackage> result = new ArrayList<>();
        for (String name : group.packages()) {
            ListedPackage listed = all.get(name);
            if (listed != null && (whole || filter.accepts(listed, snapshot))) {
                result.add(listed);
            }
        }
        return result;
    }

    private static List<ExplorerItem> rows(List<ListedPackage> packages) {
        return packages.stream()
                .map(listed -> new ExplorerItem(new ExplorerNode.Defined(listed)))
                .toList();
    }

    private void files(List<ExplorerItem> sections, List<String> files) {
        List<ExplorerItem> children = files.stream()
                .filter(path -> filter.isEmpty() || filter.acceptsFile(path, snapshot))
                .sorted()
                .map(path -> remember(new ExplorerItem(new ExplorerNode.FileRow(path))))
                .toList();
        add(sections, Wording.of("explorer.tree.files"), children, children.size());
    }

    private ExplorerItem open(ExplorerItem item, boolean always) {
        item.setExpanded(always || expanded.contains(item.getValue().key()));
        return item;
    }

    private ExplorerItem remember(ExplorerItem item) {
        String key = item.getValue().key();
        items.put(key, item);
        shape.add(key);
        return item;
    }
}
