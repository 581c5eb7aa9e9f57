package dev.milliner.distro;

import dev.milliner.source.SourceTree;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was edited since a distro was resolved last, so that resolving it again costs what the edits touch. Edits are told from any
 * thread; one thread resolves.
 */
public final class Edits {
    private final DistroLoader loader;
    private final Set<String> paths = new HashSet<>();
    private boolean anything = true;
    private @Nullable Distro latest;

    /**
     * Nothing is known yet.
     *
     * @param loader what resolves it
     */
    public Edits(DistroLoader loader) {
        this.loader = loader;
    }

    /** The text of a file is edited. */
    public synchronized void add(String path) {
        paths.add(path);
    }

    /** Anything may have changed. */
    public synchronized void addAnything() {
        anything = true;
    }

    /**
     * Takes what was edited, before the texts are looked at: what is edited from then on counts for the next time.
     *
     * @return the files; empty where anything may have changed
     */
    public synchronized Optional<Set<String>> take() {
        Optional<Set<String>> taken = anything ? Optional.empty() : Optional.of(Set.copyOf(paths));
        paths.clear();
        anything = false;
        return taken;
    }

    /**
     * Resolves the distro.
     *
     * @param tree the tree as it is now
     * @param changed what was taken before
     */
    public Distro resolve(SourceTree tree, Optional<Set<String>> changed) {
        Distro before = latest;
        latest = null;
        Distro now = before == null || changed.isEmpty() ? loader.load(tree) : loader.load(tree, before, changed.get());
        latest = now;
        return now;
    }
}
