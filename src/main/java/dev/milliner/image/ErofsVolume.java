package dev.milliner.image;

import dev.milliner.image.disk.Erofs;
import dev.milliner.image.disk.ErofsInode;
import dev.milliner.image.disk.Partition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file system of erofs. */
record ErofsVolume(Partition partition, Erofs system, Begun file) implements RootVolume {
    /** The file that it begins, which is made where there is none yet. */
    interface Begun {
        Path path() throws IOException;
    }

    @Override
    public int number() {
        return partition.number();
    }

    @Override
    public String kind() {
        return "erofs";
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public boolean has(String path) throws IOException {
        return system.find(path).isPresent();
    }

    @Override
    public List<String> names() {
        return List.of("UUID=" + system.id(), "LABEL=" + system.label(), "PARTUUID=" + partition.id());
    }

    @Override
    public void read(String prefix, RootReading reading) throws IOException {
        Map<Long, RootEntry> first = new HashMap<>();
        Map<String, RootEntry> packed = new TreeMap<>();
        List<RootEntry> links = new ArrayList<>();
        system.walk((path, inode) -> {
            RootEntry entry = entry(prefix + path, inode);
            RootEntry known = inode.isFile() && inode.links() > 1 ? first.putIfAbsent(inode.number(), entry) : null;
            if (known != null) {
                links.add(new RootEntry(
                        entry.path(), FileKind.HARD_LINK, 0, entry.mode(), entry.user(), entry.group(), known.path()));
            }
            if (inode.isFile() && inode.isPacked()) {
                packed.put(RootPath.of(path).orElse(path), known == null ? entry : known);
            } else if (known == null) {
                reading.entry(entry, () -> inode.isFile() ? system.content(inode) : InputStream.nullInputStream());
            }
        });
        if (!packed.isEmpty()) {
            PackedFiles.read(file.path(), packed, reading);
        }
        for (RootEntry link : links) {
            reading.entry(link, InputStream::nullInputStream);
        }
    }

    private RootEntry entry(String path, ErofsInode inode) throws IOException {
        FileKind kind = FileKind.of(inode.mode());
        return new RootEntry(
                path,
                kind,
                inode.size(),
                inode.mode(),
                String.valueOf(inode.user()),
                String.valueOf(inode.group()),
                kind == FileKind.LINK ? system.target(inode) : "");
    }
}
