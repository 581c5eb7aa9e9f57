package dev.milliner.refactor;

import dev.milliner.distro.Distro;
import dev.milliner.source.TreePaths;
import java.util.List;

/** Where a component's own file would be taken in by the globs of its list. */
final class IncludedPlace {
    private static final String USUAL = ".comp.toml";

    private IncludedPlace() {}

    /** A path that a glob of the list's includes matches; beside the list where none does. */
    static String of(Distro distro, String name, String list) {
        String folder = TreePaths.folder(list);
        return Inclusion.all(distro).stream()
                .filter(written -> written.file().equals(list) && written.isGlob())
                .flatMap(written -> candidates(folder, written.pattern(), name).stream()
                        .filter(path -> written.matches(distro.tree(), path)))
                .findFirst()
                .orElseGet(() -> TreePaths.clean(folder + "/" + name + USUAL));
    }

    /** In a folder of its own, or with others. */
    private static List<String> candidates(String folder, String pattern, String name) {
        String last = TreePaths.name(pattern);
        String file = name + (last.startsWith("*") ? last.substring(1) : USUAL);
        String fixed = pattern.contains("/") ? TreePaths.folder(pattern).replaceAll("/?[^/]*\\*.*", "") : "";
        String below = folder + "/" + (fixed.isEmpty() ? "." : fixed);
        return List.of(TreePaths.clean(below + "/" + name + "/" + file), TreePaths.clean(below + "/" + file));
    }
}
