package dev.milliner.source;

import java.util.Optional;

/**
 * A file that two trees have differently.
 *
 * @param path its path relative to the root: in the tree after, where that has it
 * @param how what became of it
 * @param from the path before, of a file that only got another place or name
 * @param content git's hash of what it holds now; empty where it is gone
 */
public record ChangedFile(String path, How how, Optional<String> from, String content) {
    /** What can become of a file. */
    public enum How {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    static ChangedFile of(String path, How how, String content) {
        return new ChangedFile(path, how, Optional.empty(), content);
    }
}
