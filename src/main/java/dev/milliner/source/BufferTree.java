package dev.milliner.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A tree with unsaved texts laid over it; a text for a file that is not there yet adds it. */
public final class BufferTree implements SourceTree {
    private final SourceTree below;
    private final Map<String, String> buffers;

    /**
     * Lays texts over a tree.
     *
     * @param below the tree
     * @param buffers texts by path relative to the root, absolute for files outside of it
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
    public FileContent content(String path) {
        String buffer = buffers.get(relative(path));
        return buffer == null ? below.content(path) : new FileContent.Text(buffer);
    }

    @Override
    public Optional<String> fault(String path) {
        return buffers.containsKey(relative(path)) ? Optional.empty() : below.fault(path);
    }

    @Override
    public boolean exists(String path) {
        return buffers.containsKey(relative(path)) || below.exists(path) || isFolder(path);
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
    public boolean isLink(String folder) {
        return below.isLink(folder);
    }

    @Override
    public List<Entry> list(String folder) {
        Map<String, Entry> entries = new TreeMap<>();
        below.list(folder).forEach(entry -> entries.put(entry.name(), entry));
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
