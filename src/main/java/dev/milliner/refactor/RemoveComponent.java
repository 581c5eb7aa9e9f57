package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Overlay;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Removes a component with what only it used: its place in groups, the packages that groups list as its own, its overlay
 * files, the files that its overlays add, its folder and its lock.
 *
 * @param component its name
 */
public record RemoveComponent(String component) implements Refactoring {
    @Override
    public String title() {
        return "Remove '" + component + "' with what only it used";
    }

    @Override
    public Outcome make(Draft draft) throws Obstacle {
        Distro distro = draft.distro();
        Component known = Sought.component(distro, component);
        Unit unit = Sought.defined(draft, known);
        Set<Difference> differences = new HashSet<>();
        differences.add(Difference.removed("components", component));
        String own = known.place().file();
        boolean alone = Customise.isAlone(unit);
        if (alone) {
            draft.delete(own);
            Inclusion.exclude(draft, own);
        } else {
            draft.write(own, unit.without());
        }
        leaveGroups(draft, known, differences);
        leavePackages(draft, differences);
        List<String> remarks = new ArrayList<>();
        for (String file : filesOfItsOwn(distro, known, alone)) {
            if (isText(distro.tree(), file)) {
                draft.delete(file);
            } else {
                remarks.add(file + " stays, as it is not text. Delete it yourself.");
            }
        }
        if (distro.tree().exists(known.renderedSpec())) {
            remarks.add("Its rendered spec stays in " + TreePaths.folder(known.renderedSpec())
                    + " until azldev renders the specs again.");
        }
        return Outcome.of(differences).saying(remarks);
    }

    private void leaveGroups(Draft draft, Component known, Set<Difference> differences) throws Obstacle {
        for (String group : known.groups()) {
            GroupList list = GroupList.of(draft.distro(), group);
            TomlList written = list.in(draft)
                    .filter(one -> one.names().contains(component))
                    .orElseThrow(() -> new Obstacle("The component group '" + group + "' finds its spec by a glob."
                            + " Exclude it with 'excluded-paths' first."));
            draft.write(list.file(), written.without(component));
            differences.add(Difference.changed("component-groups", group));
        }
    }

    /** Trees say behind a package which component it is built from: {@code "acl-devel", # srpm: acl}. */
    private void leavePackages(Draft draft, Set<Difference> differences) throws Obstacle {
        String said = "srpm: " + component;
        for (String group : draft.distro().packageGroups().keySet()) {
            GroupList list = new GroupList(draft.distro().packageGroups().get(group), "package-groups", "packages");
            String file = list.file();
            if (file.isEmpty() || file.startsWith("/") || !draft.text(file).contains(said)) {
                continue;
            }
            TomlList written = list.in(draft).orElseThrow();
            List<String> names = written.items().stream()
                    .filter(item -> written.remark(item).equals(said))
                    .map(TomlList.Item::name)
                    .toList();
            for (String name : names) {
                draft.write(file, list.in(draft).orElseThrow().without(name));
                differences.add(Difference.changed("package-groups", group));
            }
        }
    }

    private Set<String> filesOfItsOwn(Distro distro, Component known, boolean alone) {
        SourceTree tree = distro.tree();
        Set<String> files = new TreeSet<>(added(known, tree));
        distro.files().stream()
                .filter(file -> distro.takers(file).equals(Set.of(component)))
                .forEach(files::add);
        if (known.isLocal()) {
            known.spec().path().map(tree::relative).ifPresent(files::add);
        }
        String folder = TreePaths.folder(known.place().file());
        if (alone && TreePaths.name(folder).equals(component)) {
            below(tree, folder, files);
        }
        files.add(lock(distro));
        files.remove(known.place().file());
        distro.components().values().stream()
                .filter(other -> other != known && !other.overlays().isEmpty())
                .forEach(other -> files.removeAll(added(other, tree)));
        files.removeIf(file -> file.startsWith("/") || !tree.exists(file) || tree.isFolder(file));
        files.removeIf(file -> distro.components().values().stream()
                .anyMatch(other -> other != known && other.place().file().equals(file)));
        return files;
    }

    private static List<String> added(Component component, SourceTree tree) {
        return component.overlays().stream()
                .map(Overlay::source)
                .filter(source -> !source.isEmpty())
                .map(tree::relative)
                .toList();
    }

    private static void below(SourceTree tree, String folder, Set<String> files) {
        for (SourceTree.Entry entry : tree.list(folder)) {
            String path = folder + "/" + entry.name();
            if (!entry.folder()) {
                files.add(path);
            } else if (!tree.isLink(path)) {
                below(tree, path, files);
            }
        }
    }

    private String lock(Distro distro) {
        String folder = distro.configuration().path("project").path("lockDir").asString("locks");
        return distro.tree().relative(folder + "/" + component + ".lock");
    }

    /** Bytes that are no text are read as halves of characters. */
    private static boolean isText(SourceTree tree, String file) {
        return tree.read(file)
                .filter(text -> text.indexOf('\0') < 0)
                .filter(text -> text.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff))
                .isPresent();
    }
}
