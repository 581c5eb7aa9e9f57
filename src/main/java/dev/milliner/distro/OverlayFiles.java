package dev.milliner.distro;

import dev.milliner.source.Doublestar;
import dev.milliner.source.FileContent;
import dev.milliner.source.GlobReach;
import dev.milliner.source.GlobTooWideException;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds and reads the overlay files of components. */
final class OverlayFiles {
    private final SourceTree tree;
    private final FileCache cache;
    private final GlobReach reach;
    private final Problems problems;
    private final Map<String, List<String>> matches = new LinkedHashMap<>();
    private final Map<String, ParsedFile> read = new TreeMap<>();
    private final Map<String, Set<String>> takers = new LinkedHashMap<>();

    OverlayFiles(SourceTree tree, FileCache cache, GlobReach reach, Problems problems) {
        this.tree = tree;
        this.cache = cache;
        this.reach = reach;
        this.problems = problems;
    }

    /** The overlay files that were read, by name. */
    Map<String, ParsedFile> read() {
        return read;
    }

    /** For each overlay file the components that take it in. */
    Map<String, Set<String>> takers() {
        return takers;
    }

    /**
     * The overlays of the files that patterns find, each with its file's metadata: pattern by pattern, file by file in
     * the order of their names.
     *
     * @param component the component that takes them in
     * @param patterns globs and paths
     * @param folder the absolute folder they are relative to
     */
    List<Value> overlays(String component, ListValue patterns, String folder) {
        Set<String> files = new LinkedHashSet<>();
        for (Value item : patterns.items()) {
            if (item instanceof TextValue pattern && !pattern.text().isEmpty()) {
                files.addAll(files(component, pattern, folder));
            }
        }
        List<Value> overlays = new ArrayList<>();
        for (String file : files) {
            takers.computeIfAbsent(file, name -> new LinkedHashSet<>()).add(component);
            cache.overlays(tree, file)
                    .ifPresentOrElse(parsed -> take(parsed, overlays), () -> unreadable(file, patterns.place()));
        }
        return overlays;
    }

    private void unreadable(String file, Place place) {
        problems.error("overlay-file-missing", Includes.unreadable(tree, file, file), place);
    }

    private List<String> files(String component, TextValue pattern, String folder) {
        String absolute = TreePaths.join(folder, pattern.text());
        if (!Doublestar.isValid(absolute)) {
            problems.error(
                    "overlay-file-glob",
                    "The glob '" + pattern.text() + "' is not valid. Close its brackets.",
                    pattern.place());
            return List.of();
        }
        List<String> found = matches.computeIfAbsent(absolute, glob -> sorted(glob, pattern));
        if (found.isEmpty() && !Includes.isPattern(pattern.text())) {
            problems.error("overlay-file-missing", missing(component, pattern, absolute), pattern.place());
        }
        return found;
    }

    private String missing(String component, TextValue pattern, String absolute) {
        return tree.content(absolute) instanceof FileContent.Absent
                ? "The component '" + component + "' takes in the overlay file '" + pattern.text()
                        + "', which does not exist. Correct the path, or add the file."
                : Includes.unreadable(tree, absolute, pattern.text());
    }

    private List<String> sorted(String glob, TextValue pattern) {
        try {
            List<String> files = new ArrayList<>(tree.files(glob, reach));
            files.sort(Comparator.comparing(TreePaths::name).thenComparing(Comparator.naturalOrder()));
            return files;
        } catch (GlobTooWideException wide) {
            problems.error("overlay-file-glob", Includes.tooWide(pattern, wide), pattern.place());
            return List.of();
        }
    }

    private void take(ParsedFile file, List<Value> overlays) {
        read.put(file.name(), file);
        Value metadata = file.table().at("metadata");
        for (TableValue overlay : file.table().tables("overlays")) {
            overlays.add(metadata == null ? overlay : overlay.with("metadata", metadata));
        }
    }
}
