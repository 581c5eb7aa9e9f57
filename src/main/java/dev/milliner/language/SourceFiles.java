package dev.milliner.language;

import dev.milliner.source.Doublestar;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names of a component's source files, as far as they can be known without fetching them. */
final class SourceFiles {
    private SourceFiles() {}

    static Set<String> of(TomlContext context, List<String> path) {
        Set<String> files = new TreeSet<>();
        SourceTree tree = context.knowledge().distro().tree();
        context.component(path).ifPresent(component -> {
            String spec = component.isLocal() ? component.spec().path().orElse("") : component.renderedSpec();
            if (!spec.isEmpty()) {
                tree.list(TreePaths.folder(spec)).stream()
                        .filter(entry -> !entry.folder())
                        .forEach(entry -> files.add(entry.name()));
            }
        });
        context.spec(path).ifPresent(spec -> spec.tags().stream()
                .filter(tag -> isFile(tag.name().toLowerCase(Locale.ROOT)))
                .map(tag -> tag.value().substring(tag.value().lastIndexOf('/') + 1))
                .filter(name -> name.indexOf('%') < 0)
                .forEach(files::add));
        return files;
    }

    private static boolean isFile(String tag) {
        return tag.startsWith("source") || tag.startsWith("patch");
    }

    static List<String> matching(TomlContext context, List<String> path, String glob) {
        return Doublestar.isValid(glob)
                ? of(context, path).stream()
                        .filter(file -> Doublestar.matches(glob, file))
                        .toList()
                : List.of();
    }
}
