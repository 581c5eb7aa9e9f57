package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.CommitHistory;
import dev.milliner.source.TreePaths;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states of a single component in commits, each resolved without all others. For one thread. */
final class OwnStates {
    private static final byte[] NOTHING = {};

    private final CommitHistory commits;
    private final String name;
    private final DistroLoader loader = new DistroLoader();
    private String commit = "";
    private @Nullable Distro distro;

    OwnStates(CommitHistory commits, String name) {
        this.commits = commits;
        this.name = name;
    }

    /** The component as a commit has it; null where it has none of that name. */
    @Nullable
    Component at(String asked) throws IOException {
        return distro(asked).components().get(name);
    }

    private Distro distro(String asked) throws IOException {
        Distro known = commit.equals(asked) ? distro : null;
        if (known != null) {
            return known;
        }
        known = loader.load(new OwnTree(commits.tree(asked), name));
        commit = asked;
        distro = known;
        return known;
    }

    /** Tells whether any file differs between two commits in what is not of other components. */
    boolean mayDiffer(String before, String after) throws IOException {
        for (String path : commits.differing(before, after)) {
            if (mayCount(path)
                    && OwnParts.differ(
                            commits.content(before, path).orElse(NOTHING),
                            commits.content(after, path).orElse(NOTHING),
                            name)) {
                return true;
            }
        }
        return false;
    }

    /** Definitions, a spec that a group finds by its name, and what is pinned. */
    private boolean mayCount(String path) {
        return path.endsWith(OwnTree.DEFINITIONS)
                || Set.of(name + ".spec", name + ".lock").contains(TreePaths.name(path))
                || (distro != null && distro.files().contains(path));
    }
}
