package dev.milliner.source;

import java.util.List;

/**
 * Where a {@link GlobSearch} looks. Paths come as the pattern has them: they may hold dots and doubled slashes.
 *
 * @param <E> what is thrown where something cannot be looked at
 */
public interface GlobFolders<E extends Exception> {
    /** Counts a step of a search, as braces lead to more of them than anybody waits for. */
    void step(String pattern) throws E;

    /** Tells whether there is a file or folder. */
    boolean exists(String path) throws E;

    /** Tells whether there is a folder. */
    boolean isFolder(String path) throws E;

    /** What a folder holds, by name; nothing where there is no such folder. */
    List<SourceTree.Entry> entries(String folder) throws E;

    /**
     * Everything below a folder that is there.
     *
     * @param files whether files are wanted, else folders
     * @param found what it is added to
     */
    void below(String folder, boolean files, List<String> found) throws E;
}
