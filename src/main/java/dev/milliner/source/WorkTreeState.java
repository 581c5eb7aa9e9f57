package dev.milliner.source;

import java.io.IOException;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/** The files on the disk that a commit has otherwise, as they were at a moment; in a large tree it takes long to look. */
public final class WorkTreeState {
    private final NavigableMap<String, ObjectId> changed;

    private WorkTreeState(NavigableMap<String, ObjectId> changed) {
        this.changed = Collections.unmodifiableNavigableMap(changed);
    }

    /**
     * Looks at the work tree.
     *
     * @param hashes what earlier looks found, and this one adds to
     * @throws IOException where it or git's index can't be read
     */
    public static WorkTreeState of(CommitTree commit, DiskHashes hashes) throws IOException {
        return new WorkTreeState(WorkTreeFiles.changed(commit, hashes));
    }

    /** Their hashes by path; git's hash of nothing for those that are gone. */
    NavigableMap<String, ObjectId> changed() {
        return new TreeMap<>(changed);
    }
}
