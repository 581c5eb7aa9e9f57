package dev.milliner.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A tree with unsaved texts laid over it; a text for a file that is not there yet adds it, and files can be taken away. */
public final class BufferTree implements SourceTree {
    private final SourceTree below;
    private final Map<String, String> buffers;
    private final Set<String> gone;

    /**
     * Lays texts over a tree.
     *
     * @param below the tree
     * @param buffers texts by path relative to the root, absolute for files outside of it
     */
    public BufferTree(SourceTree below, Map<String, String> buffers) {
        this(below, buffers, Set.of());
    }

    /**
     * Lays texts over a tree and takes files away.
     *
     * @param below the tree
     * @param buffers texts by path relative to the root, absolute for files outside of it
     * @param gone files that are not there any more, unless a text is laid over them; paths as those of texts
     */
    public BufferTree(SourceTree below, Map<String, String> buffers, Set<String> gone) {
        this.below = below;
        this.buffers = Map.copyOf(buffers);
        this.gone = Set.copyOf(gone);
    }

    private boolean isGone(String path) {
        return !gone.isEmpty() && gone.contains(relative(path));
    }

    @Override
    public Path root() {
        return below.root();
    }

    @Override
    public FileContent content(String path) {
        String buffer = buffers.get(relative(path));
        if (buffer != null) {
            return new FileContent.Text(buffer);
        }
        return isGone(path) ? new FileContent.Absent() : below.content(path);
    }

    @Override
    public SourceTree holding(String path) {
        return buffers.containsKey(relative(path)) || isGone(path) ? this : below.holding(path);
    }

    @Override
    public Optional<String> fault(String path) {
        return buffers.containsKey(relative(path)) || isGone(path) ? Optional.empty() : below.fault(path);
    }

    @Override
    public boolean exists(String path) {
        return buffers.containsKey(relative(path)) || (!isGone(path) && below.exists(path)) || isFolder(path);
    }

    @Override
    public boolean isFolder(String path) {
        String prefix = absolute(path) + "/";
        return below.isFolder(path)
                || buffers.keySet().stream().anyMatch(file -> absolute(file).startsWith(prefix));
    }

    @Override
    public OutsideFiles outsideFiles() {
        return below.outsideFiles();
    }

    @Override
    public String real(String path) {
        return below.real(path);
    }

    @Override
    public List<String> unnamed() {
        return below.unnamed();
    }

    @Override
    public boolean isLink(String folder) {
        return below.isLink(folder);
    }

    @Override
    public List<Entry> list(String folder) {
        Map<String, Entry> entries = new TreeMap<>();
        for (Entry entry : below.list(folder)) {
            if (!isGone(TreePaths.join(folder, entry.name()))) {
                entries.put(entry.name(), entry);
            }
        }
        String prefix = absolute(folder) + "/";
        for (String file : buffers.keySet()) {
            String path = absolute(file);
            if (path.startsWith(prefix)) {
                int slash = path.indexOf('/', prefix.length());
                String name = path.substring(prefix.length(), slash < 0 ? path.length() : slash);
                entries.putIfAbsent(name, new Entry(name, slash >= 0));
            }
        }
        return List.copyOf(entries.values());
    }
}
