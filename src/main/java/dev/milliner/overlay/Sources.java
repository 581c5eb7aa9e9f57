package dev.milliner.overlay;

import dev.milliner.source.TreePaths;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files that a component is built from, and their folders, empty ones too. Immutable; a change makes new ones that
 * share what did not change.
 */
public final class Sources {
    /** No files. */
    public static final Sources EMPTY = new Sources(new TreeMap<>());

    private final NavigableMap<String, SourceFile> files;
    private final NavigableSet<String> folders;
    private final Outcomes<Asked, Sources> changed = new Outcomes<>();
    private final Outcomes<Asked, Optional<Sources>> unchanged = new Outcomes<>();

    /**
     * A change of these sources, or one that they may come from.
     *
     * @param specPath the component's spec among them
     * @param added the file that the change adds, as it is now
     */
    record Asked(String specPath, Change change, Optional<SourceFile> added) {}

    /**
     * Files by path, and the folders that they lie in.
     *
     * @param files by path relative to the sources' folder, with {@code /} between names
     */
    public Sources(NavigableMap<String, SourceFile> files) {
        this(files, Set.of());
    }

    /**
     * Files by path, the folders that they lie in, and others.
     *
     * @param files by path relative to the sources' folder, with {@code /} between names
     * @param folders folders that may be empty, by path
     */
    public Sources(NavigableMap<String, SourceFile> files, Collection<String> folders) {
        this.files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
        NavigableSet<String> all = new TreeSet<>(folders);
        folders.forEach(folder -> all.addAll(TreePaths.above(folder)));
        files.keySet().forEach(file -> all.addAll(TreePaths.above(file)));
        this.folders = Collections.unmodifiableNavigableSet(all);
    }

    /** The files by path. */
    public NavigableMap<String, SourceFile> files() {
        return files;
    }

    /** The folders by path, without the sources' own. */
    public NavigableSet<String> folders() {
        return folders;
    }

    /** A file. */
    public Optional<SourceFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Tells whether there is a file or folder. */
    public boolean exists(String path) {
        return files.containsKey(path) || isFolder(path);
    }

    /** Tells whether there is a folder. The sources' own is {@code .}. */
    public boolean isFolder(String path) {
        return path.equals(".") || folders.contains(path);
    }

    /** The files that a glob matches, each once, by path; none where the glob is not fit. */
    public List<String> matching(String glob) {
        try {
            TreeSet<String> paths = new TreeSet<>();
            for (String path : SourcePaths.matching(this, glob)) {
                paths.add(SourcePaths.cleaned(path));
            }
            return List.copyOf(paths);
        } catch (OverlayException unfit) {
            return List.of();
        }
    }

    /** These files and another, or another in place of one. */
    public Sources with(String path, SourceFile file) {
        TreeMap<String, SourceFile> changed = new TreeMap<>(files);
        changed.put(path, file);
        return new Sources(changed, folders);
    }

    /** These files without one; its folder stays. */
    public Sources without(String path) {
        TreeMap<String, SourceFile> changed = new TreeMap<>(files);
        changed.remove(path);
        return new Sources(changed, folders);
    }

    /** The same sources; what equals a file of others is that file, so that it is held once. */
    public Sources sharing(Sources others) {
        TreeMap<String, SourceFile> shared = new TreeMap<>(files);
        shared.replaceAll((path, file) -> others.file(path).filter(file::equals).orElse(file));
        return new Sources(shared, folders);
    }

    /** The same sources, whose files but for specs are held small until somebody asks for their content. */
    public Sources packed() {
        TreeMap<String, SourceFile> packed = new TreeMap<>(files);
        packed.replaceAll((path, file) -> path.endsWith(".spec") ? file : file.packed());
        return new Sources(packed, folders);
    }

    /** What came of changes of these. */
    Outcomes<Asked, Sources> changed() {
        return changed;
    }

    /** What these were before changes that led to them. */
    Outcomes<Asked, Optional<Sources>> unchanged() {
        return unchanged;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sources sources && files.equals(sources.files) && folders.equals(sources.folders);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }
}
