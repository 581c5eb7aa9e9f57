package dev.milliner.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the text of a distro comes from. Paths are relative to {@link #root} with {@code /} between names, or absolute;
 * those of files under the root are relative in what a tree gives back.
 */
public interface SourceTree {
    /**
     * A file or folder of a folder.
     *
     * @param name its name
     * @param folder whether it is a folder, or a link to one
     */
    record Entry(String name, boolean folder) {}

    /** The folder that holds {@code azldev.toml}, absolute. */
    Path root();

    /** What there is under a file's path. */
    FileContent content(String path);

    /** The text of a file, or empty where there is none that can be read. */
    default Optional<String> read(String path) {
        return content(path) instanceof FileContent.Text file ? Optional.of(file.text()) : Optional.empty();
    }

    /**
     * Why something that is there cannot be read as a file, told without reading it.
     *
     * @return what is the matter, to follow the file's name; empty where all looks well or nothing is there
     */
    Optional<String> fault(String path);

    /** Tells whether there is a file or folder. */
    boolean exists(String path);

    /** Tells whether there is a folder. */
    boolean isFolder(String path);

    /** Whether files from outside may go into what is made of it. */
    OutsideFiles outsideFiles();

    /** Where a file or folder truly lies, with all links followed, absolute. */
    String real(String path);

    /** Tells whether a file or folder truly lies under the root. */
    default boolean holds(String path) {
        return real(path).startsWith(real(".") + "/");
    }

    /** The tree that a file's content comes from; another than this where this lies over it and has nothing of that file. */
    default SourceTree holding(String path) {
        return this;
    }

    /**
     * What lies in the folders that were listed so far and is left out there, as its name is no text and so leads nowhere.
     *
     * @return absolute paths, with a mark for what cannot be shown
     */
    default List<String> unnamed() {
        return List.of();
    }

    /** Tells whether a folder is a link to another. */
    boolean isLink(String folder);

    /** What a folder holds, by name; nothing where there is no such folder. */
    List<Entry> list(String folder);

    /**
     * The files that a doublestar pattern matches, in the order azldev finds them; none where the pattern is not valid.
     *
     * @param pattern a pattern relative to the root, or absolute
     * @param reach how much it may look through
     * @throws GlobTooWideException where that is not enough
     */
    default List<String> files(String pattern, GlobReach reach) throws GlobTooWideException {
        return new Glob(this, reach).files(pattern);
    }

    /** A path as the tree gives it: relative to the root where it lies under it, else absolute; without dots. */
    default String relative(String path) {
        return TreePaths.relative(root().toString(), path);
    }

    /** A path made absolute against the root; without dots. */
    default String absolute(String path) {
        return TreePaths.join(root().toString(), path);
    }
}
