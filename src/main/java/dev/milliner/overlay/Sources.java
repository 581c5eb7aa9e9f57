package dev.milliner.overlay;

import dev.milliner.source.Doublestar;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The files that a component is built from. Immutable; a change makes new ones that share what did not change. */
public final class Sources {
    /** No files. */
    public static final Sources EMPTY = new Sources(new TreeMap<>());

    private final NavigableMap<String, SourceFile> files;

    /**
     * Files by path.
     *
     * @param files by path relative to the sources' folder, with {@code /} between names
     */
    public Sources(NavigableMap<String, SourceFile> files) {
        this.files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
    }

    /** The files by path. */
    public NavigableMap<String, SourceFile> files() {
        return files;
    }

    /** A file. */
    public Optional<SourceFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Tells whether there is a file, or a folder with files in it. */
    public boolean exists(String path) {
        return files.containsKey(path) || isFolder(path);
    }

    /** Tells whether there is a file below a folder. The sources' own folder is the empty path. */
    public boolean isFolder(String path) {
        String first = path.isEmpty() ? (files.isEmpty() ? null : files.firstKey()) : files.higherKey(path + "/");
        return path.isEmpty() || (first != null && first.startsWith(path + "/"));
    }

    /** The files that a glob matches, by path: neither specs nor what git keeps for itself. */
    public List<String> matching(String glob) {
        return files.keySet().stream()
                .filter(path -> !path.endsWith(".spec") && !path.startsWith(".git/") && !path.contains("/.git/"))
                .filter(path -> Doublestar.matches(glob, path))
                .toList();
    }

    /** These files and another, or another in place of one. */
    public Sources with(String path, SourceFile file) {
        TreeMap<String, SourceFile> changed = new TreeMap<>(files);
        changed.put(path, file);
        return new Sources(changed);
    }

    /** These files without one. */
    public Sources without(String path) {
        TreeMap<String, SourceFile> changed = new TreeMap<>(files);
        changed.remove(path);
        return new Sources(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sources sources && files.equals(sources.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }
}
