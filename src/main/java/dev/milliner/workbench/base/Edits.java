package dev.milliner.workbench.base;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.SourceTree;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was edited since the distro was resolved last, so that resolving it again costs what the edits touch. */
final class Edits {
    private final DistroLoader loader;
    private final Set<String> paths = new HashSet<>();
    private boolean anything = true;
    private @Nullable Distro latest;

    Edits(DistroLoader loader) {
        this.loader = loader;
    }

    /** The text of a file is edited. */
    synchronized void add(String path) {
        paths.add(path);
    }

    /** Anything may have changed. */
    synchronized void addAnything() {
        anything = true;
    }

    /**
     * Resolves the distro; on one thread alone. What is edited meanwhile counts for the next time.
     *
     * @param tree gives the tree as it is now
     */
    Distro resolve(Supplier<SourceTree> tree) {
        Distro before = latest;
        latest = null;
        Optional<Set<String>> changed = take();
        Distro now = before == null || changed.isEmpty()
                ? loader.load(tree.get())
                : loader.load(tree.get(), before, changed.get());
        latest = now;
        return now;
    }

    /** The files that were edited; empty where anything may have changed. */
    private synchronized Optional<Set<String>> take() {
        Optional<Set<String>> taken = anything ? Optional.empty() : Optional.of(Set.copyOf(paths));
        paths.clear();
        anything = false;
        return taken;
    }
}
