package dev.milliner.refactor;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Overlay;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The files that only one component uses. */
final class OwnFiles {
    private OwnFiles() {}

    /**
     * The files that go with a component; its own file is not among them.
     *
     * @param alone whether that says nothing else, so that the folder of the component's name is its own too
     */
    static Set<String> of(Distro distro, Component known, boolean alone) {
        String component = known.name();
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
        files.add(lock(distro, component));
        files.remove(known.place().file());
        distro.components().values().stream()
                .filter(other -> other != known && other.hasOverlays())
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

    private static String lock(Distro distro, String component) {
        String folder = distro.configuration().path("project").path("lockDir").asString("locks");
        return distro.tree().relative(folder + "/" + component + ".lock");
    }

    /** Bytes that are no text are read as halves of characters. */
    static boolean isText(SourceTree tree, String file) {
        return tree.read(file)
                .filter(text -> text.indexOf('\0') < 0)
                .filter(text -> text.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff))
                .isPresent();
    }
}
