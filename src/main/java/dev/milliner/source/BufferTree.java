package dev.milliner.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tree with unsaved texts laid over it. */
public final class BufferTree implements SourceTree {
    private final SourceTree below;
    private final Map<String, String> buffers;

    /**
     * Lays texts over a tree.
     *
     * @param below the tree
     * @param buffers texts by path relative to the root
     */
    public BufferTree(SourceTree below, Map<String, String> buffers) {
        this.below = below;
        this.buffers = Map.copyOf(buffers);
    }

    @Override
    public Path root() {
        return below.root();
    }

    @Override
    public Optional<String> read(String path) {
        String buffer = buffers.get(path);
        return buffer == null ? below.read(path) : Optional.of(buffer);
    }

    @Override
    public boolean exists(String path) {
        return buffers.containsKey(path) || below.exists(path);
    }

    @Override
    public List<String> files(String pattern) {
        return below.files(pattern);
    }
}
